#!/usr/bin/env python3
"""Measures what an event of an AI agent costs: bench/hooks/agents.py STANCH [RUNS]. Each event of each agent is sent to 'stanch hook run agent' in a
repository with a configuration, as the agent would: a process of its own for each. Of every event are printed, in milliseconds: the least and the median
of the wall, and the median of the processor time (user and system), which a loaded machine changes less. Runs of all events are interleaved."""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

FILE = "import os\n\n\ndef connect(host, user):\n    return pool.get(host, user, os.environ['DB_PASSWORD'])  # the token comes from outside\n" * 60
LOG = "2026-11-24T10:00:00Z INFO request id=7f3a9c key=cache:users:42 took 12 ms\n" * 800
COMMAND = {"command": "git log --oneline -5 && grep -rn api_key src | head"}


def snake(name, **more):
    return {"hook_event_name": name, "session_id": "s", "transcript_path": "/t", "cwd": os.getcwd(), **more}


def events():
    for agent, more in (("claude", {}), ("codex", {"turn_id": "1"})):
        yield agent, "prompt", snake("UserPromptSubmit", prompt="Why does the login fail with this password field?", **more)
        yield agent, "before a command", snake("PreToolUse", tool_name="Bash", tool_input=COMMAND, **more)
        yield agent, "before a file is read", snake("PreToolUse", tool_name="Read", tool_input={"file_path": "app.py"}, **more)
        yield agent, "before a file is written", snake("PreToolUse", tool_name="Write", tool_input={"file_path": "app.py", "content": FILE}, **more)
        yield agent, "after, 60 KB of log", snake("PostToolUse", tool_name="Bash", tool_input=COMMAND, tool_response={"stdout": LOG, "stderr": ""}, **more)
    yield "gemini", "prompt", snake("BeforeAgent", prompt="Why does the login fail?")
    yield "gemini", "before a command", snake("BeforeTool", tool_name="run_shell_command", tool_input=COMMAND)
    yield "gemini", "after, 60 KB of log", snake("AfterTool", tool_name="run_shell_command", tool_input=COMMAND, tool_response={"llmContent": LOG})
    yield "cursor", "prompt", snake("beforeSubmitPrompt", conversation_id="c", prompt="Why does the login fail?")
    yield "cursor", "before a command", snake("beforeShellExecution", conversation_id="c", command=COMMAND["command"])
    yield "cursor", "before a tool", snake("beforeMCPExecution", conversation_id="c", tool_name="q", tool_input=json.dumps(COMMAND))
    yield "cursor", "before a file is read", snake("beforeReadFile", conversation_id="c", file_path=os.path.abspath("app.py"), content=FILE)
    yield "cursor", "after, 60 KB of log", snake("postToolUse", conversation_id="c", tool_name="Shell", tool_input=COMMAND, tool_output=LOG)
    yield "copilot", "before a command", {"sessionId": "s", "timestamp": 1, "cwd": os.getcwd(), "toolName": "bash", "toolArgs": json.dumps(COMMAND)}
    yield "vscode", "prompt", {"hookEventName": "UserPromptSubmit", "sessionId": "s", "prompt": "Why does the login fail?"}
    yield "vscode", "before a command", {"hookEventName": "PreToolUse", "sessionId": "s", "tool_name": "runTerminalCommand", "tool_input": COMMAND}
    yield "vscode", "after, 60 KB of log", {"hookEventName": "PostToolUse", "sessionId": "s", "tool_name": "runTerminalCommand", "tool_input": COMMAND, "tool_response": LOG}


def run(stanch, agent, event):
    text = json.dumps(event).encode()
    with tempfile.TemporaryFile() as given:
        given.write(text)
        given.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen([stanch, "hook", "run", "agent", "--agent", agent], stdin=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or said:
        sys.exit(f"{agent}: exit code {process.returncode}: {said.decode()}")
    return wall * 1000, (used.ru_utime + used.ru_stime) * 1000


def main(stanch, runs):
    with tempfile.TemporaryDirectory() as top:
        os.chdir(top)
        subprocess.run(["git", "init", "--quiet"], check=True)
        with open(".stanch.yaml", "w", encoding="utf-8") as file:
            file.write("version: 1\nfailOn: likely\nignore:\n  - path: tests/\n    reason: made up\n")
        with open("app.py", "w", encoding="utf-8") as file:
            file.write(FILE)
        asked = list(events())
        taken = [[] for _ in asked]
        for _ in range(runs):
            for i, (agent, _, event) in enumerate(asked):
                taken[i].append(run(stanch, agent, event))
        print(f"load {os.getloadavg()[0]:.1f}, {runs} runs; least and median wall, median processor time, in ms")
        for (agent, name, _), times in zip(asked, taken):
            wall, used = zip(*times)
            print(f"  {agent:8} {name:26} {min(wall):7.1f} {statistics.median(wall):7.1f} {statistics.median(used):7.1f}")


main(os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 25)
