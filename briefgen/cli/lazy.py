"""Commands that are imported when they are used, so that the help page appears at once."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """A group whose commands stand in modules of their own, each as `command`, and are imported on use."""

    def __init__(self, *args: Any, commands_in: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._modules = {name: module for name, (module, _) in commands_in.items()}
        self._summaries = {name: summary for name, (_, summary) in commands_in.items()}

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands on the help page, written without importing any of them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(sorted(self._summaries.items()))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted."""
        return sorted({*self._modules, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in self._modules:
            return super().get_command(ctx, cmd_name)
        command: click.Command = import_module(self._modules[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; an unknown one is met with the nearest known."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from briefgen.errors import did_you_mean  # noqa: PLC0415 - only needed on a mistake

            hint = did_you_mean(args[0], self._modules)
            raise click.UsageError(f"{error.message} {hint.capitalize()}" if hint else error.message, ctx) from None
