"""Pastes into an interactive shell on a pseudo-terminal, as a reader does.

The arguments are the shell and its options. Standard input is JSON: a list of pairs, what to
wait for and what to paste then; the prompt of the shell is "@@> ", and continued lines begin
anew. A prompt that is not the shell's hides what is typed. A shell that shows its prompt again
while a line is edited, as fish does, numbers its prompts: "@@1> ". What the terminal showed goes to
standard output.
"""

import json
import os
import pty
import select
import signal
import sys
import termios
import time

SECONDS = 60
AGAIN_SECONDS = 5
# A terminal tells nobody that it hides what is typed from now on, as mc says after its prompt.
LOOK_SECONDS = 0.05
SHELL_PROMPT = "@@> "
OF_A_SHELL = "@@"
# How fish begins the prompt of its own `read`, which takes what is typed by keys.
BY_KEYS = "\r"


def main() -> None:
    steps = json.load(sys.stdin)
    deadline = time.monotonic() + SECONDS
    pid, terminal = pty.fork()
    if pid == 0:
        # Here, because bash drops PS1 when a script (such as a shim for Python) runs in between.
        # A dumb terminal has no bracketed paste.
        os.environ.update(PS1=SHELL_PROMPT, PS2="\n", TERM="dumb")
        # Ignored from the start, as for what runs in the background, it could not be trapped.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execvp(sys.argv[1], sys.argv[1:])

    def is_quiet(seconds: float) -> bool:
        return not select.select([terminal], [], [], seconds)[0]

    def is_asked(wanted: str, fresh: bytes) -> bool:
        # The terminal itself echoes what is pasted before the shell reads it, and a newline of
        # the shell's may come within: `printf '`, newline, `Secret key: ' >&2`. The command
        # hides what is typed and takes it by lines; a shell's editor takes it by keys.
        hidden = termios.tcgetattr(terminal)[3] & (termios.ECHO | termios.ICANON)
        wanted_mode = 0 if wanted.startswith(BY_KEYS) else termios.ICANON
        return wanted.encode() in fresh and (wanted.startswith(OF_A_SHELL) or hidden == wanted_mode)

    def read() -> bytes:
        if is_quiet(max(deadline - time.monotonic(), 0)):
            return b""
        try:
            return os.read(terminal, 65536)
        except OSError:  # Linux: the shell has closed its side.
            return b""

    shown = b""
    pressed = ""
    for wanted, text in steps:
        fresh = b""
        while not is_asked(wanted, fresh):
            # On a busy machine a key may come between the prompt and the program that reads it,
            # and be lost; a reader presses it once more.
            while pressed and is_quiet(AGAIN_SECONDS) and time.monotonic() < deadline:
                os.write(terminal, pressed.encode())
            is_said = wanted.encode() in fresh
            if is_said and is_quiet(LOOK_SECONDS) and time.monotonic() < deadline:
                continue
            more = read()
            if not more:
                sys.exit(f"{wanted!r} did not come after {(shown + fresh)!r}")
            fresh += more
        shown += fresh
        os.write(terminal, text.encode())
        pressed = text if text in ("\x03", "\x04") else ""
    while more := read():
        shown += more
    sys.stdout.buffer.write(shown)


main()
