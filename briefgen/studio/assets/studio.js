// The page works without this: it only saves waiting, and keeps the place where one types.

const said = document.getElementById("said");
const waiting = document.getElementById("waiting");
const lost = document.getElementById("lost");

// The text of an answer and whether it is a good one, or nothing where the studio does not answer; until then a sign
// says that something is being made.
async function ask(address, form) {
  waiting.hidden = false;
  try {
    const answer = await fetch(address, form && { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const text = await answer.text();
    lost.hidden = true;
    return { ok: answer.ok, text };
  } catch {
    lost.hidden = false;
    return null;
  } finally {
    waiting.hidden = true;
  }
}

// Replace the named regions of this page by those of another answer; what is typed elsewhere stays.
function exchange(html, names) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const name of names) {
    const here = document.querySelector(`[data-region="${name}"]`);
    const there = fresh.querySelector(`[data-region="${name}"]`);
    if (!here || !there) continue;
    const at = here.contains(document.activeElement) ? document.activeElement.id : "";
    here.replaceWith(document.adoptNode(there));
    if (at) document.getElementById(at)?.focus();
  }
  document.title = fresh.title || document.title;
  const problems = document.querySelector('[data-region="pages"] .problems li');
  if (names.includes("pages")) said.textContent = problems ? problems.textContent.trim() : "";
  prepare(document);
}

// One request at a time; of those that come while one is under way only the last is made.
function latestOnly(make) {
  let busy = false;
  let next = null;
  return async function run(argument) {
    if (busy) {
      next = { argument };
      return;
    }
    busy = true;
    try {
      await make(argument);
    } finally {
      busy = false;
      const waiting = next;
      next = null;
      if (waiting) run(waiting.argument);
    }
  };
}

const refresh = latestOnly(async ({ address, names, keep }) => {
  const answer = await ask(address);
  if (!answer) return;
  if (!answer.text.includes(`data-region="${names[0]}"`)) location.assign(address); // another page, which says why
  exchange(answer.text, names);
  if (keep) history.replaceState(null, "", address);
});

const preview = latestOnly(async (form) => {
  const pages = document.querySelector('[data-region="pages"]');
  pages.setAttribute("aria-busy", "true");
  const answer = await ask(form.dataset.preview, form);
  pages.setAttribute("aria-busy", "false");
  if (answer) pages.replaceChildren(...new DOMParser().parseFromString(answer.text, "text/html").body.childNodes);
});

const faults = latestOnly(async (form) => {
  const answer = await ask(form.dataset.faults, form);
  if (!answer?.ok) return;
  form.querySelector(".told").replaceChildren(...new DOMParser().parseFromString(answer.text, "text/html").body.childNodes);
});

// What was written and not saved yet is not lost unasked.
let sending = false;
const unsaved = () => [...document.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);
window.addEventListener("submit", (event) => {
  sending = !event.defaultPrevented;
  if (sending) waiting.hidden = false;
});
window.addEventListener("pageshow", () => (waiting.hidden = true));
window.addEventListener("beforeunload", (event) => {
  if (!sending && unsaved()) event.preventDefault();
});

function addressOf(form) {
  return `${form.action}?${new URLSearchParams(new FormData(form))}`;
}

// While a batch runs its progress is asked for each second; when it has ended the table is shown anew.
async function poll(address) {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const answer = await fetch(address).catch(() => null);
  lost.hidden = answer !== null;
  if (!answer) return poll(address);
  exchange(await answer.text(), ["progress"]);
  if (document.querySelector("[data-poll]")) return;
  said.textContent = document.querySelector('[data-region="progress"] p')?.textContent ?? "";
  refresh({ address: location.href, names: ["progress", "table", "bundles"], keep: false });
}

function prepare(root) {
  const polled = root.querySelector("[data-poll]:not([data-ready])");
  if (polled) {
    polled.dataset.ready = "yes";
    poll(polled.dataset.poll);
  }
  for (const form of root.querySelectorAll("form[data-refresh]:not([data-ready])")) {
    form.dataset.ready = "yes";
    let shown = addressOf(form);
    const show = () => {
      const address = addressOf(form); // a field tells of a change twice where its value was taken from a list
      if (address === shown) return;
      if (unsaved() && !confirm(document.body.dataset.unsaved)) return;
      shown = address;
      refresh({ address, names: [...form.dataset.refresh.split(" "), "tools", "about", "whom"], keep: true });
    };
    form.addEventListener("change", (event) => event.target.name && show());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show();
    });
  }
  for (const form of root.querySelectorAll("form[data-preview]:not([data-ready])")) {
    form.dataset.ready = "yes";
    form.querySelector("textarea").addEventListener("input", () => preview(form));
  }
  for (const form of root.querySelectorAll("form[data-faults]:not([data-ready])")) {
    form.dataset.ready = "yes";
    form.addEventListener("input", () => faults(form));
  }
  for (const list of root.querySelectorAll("[data-order]:not([data-ready])")) orderable(list);
  for (const box of root.querySelectorAll("[data-combobox]:not([data-ready])")) combobox(box);
}

// A list whose items go up and down by buttons.
function orderable(list) {
  list.dataset.ready = "yes";
  for (const group of list.querySelectorAll(".move")) group.hidden = false;
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    const item = button.closest("li");
    const other = button.dataset.move === "up" ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (button.dataset.move === "up") other.before(item);
    else other.after(item);
    list.closest("form").querySelector('[value="person"]').checked = true;
    button.focus();
    said.textContent = list.dataset.order;
  });
  list.addEventListener("change", () => (list.closest("form").querySelector('[value="person"]').checked = true));
}

// A field with a list below it that shows what fits (ARIA's combobox pattern).
function combobox(box) {
  box.dataset.ready = "yes";
  const field = box.querySelector("input");
  const list = box.querySelector("ul");
  const group = document.getElementById("choose-group");
  const items = [...list.children];
  let active = -1;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.querySelector("label").textContent);
  for (const item of items) item.setAttribute("role", "option");

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const shown = () => items.filter((item) => !item.hidden);

  function fits(item, wanted) {
    const { addressees, within: only } = document.querySelector("[data-addressees]")?.dataset ?? {};
    const groups = item.dataset.groups.split(" ");
    const delegation = item.dataset.kind === "delegation";
    if (addressees && addressees !== "any" && (addressees === "many") === delegation) return false;
    if (delegation && only && !groups.includes(only)) return false;
    const within = !group.value || groups.includes(group.value);
    const names = `${item.textContent}|${item.dataset.names}`;
    return within && (!wanted || names.split("|").some((name) => fold(name).includes(wanted)));
  }
  function open(all) {
    const wanted = all ? "" : fold(field.value.trim());
    for (const item of items) item.hidden = !fits(item, wanted);
    list.hidden = shown().length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    mark(-1);
  }
  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  }
  function mark(number) {
    const visible = shown();
    active = visible.length ? Math.max(-1, Math.min(number, visible.length - 1)) : -1;
    for (const item of items) item.setAttribute("aria-selected", String(item === visible[active]));
    if (active < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", visible[active].id);
      visible[active].scrollIntoView({ block: "nearest" });
    }
  }
  function take(item) {
    field.value = item.dataset.value;
    close();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  field.addEventListener("input", () => open(false));
  field.addEventListener("click", () => open(true));
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open(true);
      mark(active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(shown()[active]);
    } else if (event.key === "Escape") close();
  });
  field.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("pointerdown", (event) => {
    const item = event.target.closest("li");
    event.preventDefault();
    if (item) take(item);
  });
  group.addEventListener("change", (event) => event.stopPropagation());
}

// What was done is told once: not again when the page is loaded again.
function tell() {
  const address = new URL(location.href);
  const told = document.querySelector("[data-told]");
  if (told) setTimeout(() => (said.textContent = told.textContent), 100);
  address.searchParams.delete("done");
  history.replaceState(null, "", address);
}

prepare(document);
tell();
