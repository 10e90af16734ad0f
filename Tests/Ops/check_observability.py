"""Checks what an operator watches an installation with: the alerts, the dashboard, the runbooks and the table of metrics
agree with each other, and with pages of metrics that processes showed.

Usage: check_observability.py [--log postgres|kafka] [PAGE...]

A page is what `GET /metrics` answered. All pages of one installation together must show every metric of the table in
docs/observability.md but those that it may lack; Prometheus' own parser must read each.
"""

import argparse
import json
import re
import sys
from pathlib import Path

import yaml
from prometheus_client.parser import text_string_to_metric_families

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| `([a-z_]+)` \| (counter|gauge|histogram) \| (.*?) \| (.+) \|$")
# What an expression names; labels, functions and words of the language have no such beginning.
NAME = re.compile(r"\b((?:redressal|kafka|process)_[a-z_]+)\b")
# What the text format adds to a histogram's name.
PARTS = ("_bucket", "_sum", "_count")
# Shown only where PostgreSQL takes the time of syncs, and where librdkafka knows what a group has read.
OPTIONAL = {"redressal_postgres_wal_sync_seconds_total", "kafka_consumer_lag"}
# Shown only where people are notified.
OPTIONAL |= {
    "redressal_notices_total", "redressal_notices_suppressed_total", "redressal_notices_due",
    "redressal_messages_sent_total", "redressal_message_delay_seconds", "redressal_messages_failed_total",
    "redressal_messages_given_up_total", "redressal_dead_letters", "redressal_notifying_interruptions_total",
}
SECTIONS = ("What it means", "Look at", "Do", "Call")


def table():
    """The metrics of docs/observability.md: name to (type, labels)."""
    rows = {}
    for line in (ROOT / "docs/observability.md").read_text(encoding="utf-8").splitlines():
        if match := ROW.match(line):
            rows[match[1]] = (match[2], set(re.findall(r"`([a-z]+)`", match[3])))
    return rows


def family(name, metrics):
    """The metric that a sample belongs to."""
    for part in PARTS:
        base = name.removesuffix(part)
        if base != name and metrics.get(base, ("",))[0] == "histogram":
            return base
    return name


def check_expression(place, expression, metrics):
    """Yields what is wrong with the metrics that an expression names."""
    names = {family(name, metrics) for name in NAME.findall(expression)}
    if not names and not re.match(r"up\b", expression):
        yield f"{place}: expected an expression over our metrics but found {expression!r}"
    for name in sorted(names - metrics.keys()):
        yield f"{place}: expected a metric of docs/observability.md but found {name}"
    # A histogram has no series of its own name.
    for name in NAME.findall(expression):
        if metrics.get(name, ("",))[0] == "histogram":
            yield f"{place}: expected {name}_bucket, _sum or _count but found the bare name"
    for name in re.findall(r"(?:rate|increase)\(([a-z_]+)", expression):
        if metrics.get(family(name, metrics), ("counter",))[0] == "gauge":
            yield f"{place}: expected a counter inside rate() or increase() but {name} is a gauge"
    if expression.count("(") != expression.count(")") or expression.count("{") != expression.count("}"):
        yield f"{place}: expected brackets in pairs in {expression!r}"


def check_alerts(metrics):
    """Yields what is wrong with the alert rules and their runbook entries."""
    rules = yaml.safe_load((ROOT / "ops/prometheus/alerts.yml").read_text(encoding="utf-8"))
    alerts = [rule for group in rules["groups"] for rule in group["rules"]]
    names = [alert["alert"] for alert in alerts]
    if not names or len(set(names)) != len(names):
        yield "alerts.yml: expected alerts, each name once"
    for alert in alerts:
        place = f"alerts.yml: {alert['alert']}"
        yield from check_expression(place, alert["expr"], metrics)
        if alert.get("labels", {}).get("severity") not in ("page", "ticket"):
            yield f"{place}: expected severity page or ticket"
        if not alert.get("annotations", {}).get("summary"):
            yield f"{place}: expected a summary"
        if alert["annotations"].get("runbook") != f"docs/runbooks.md#{alert['alert'].lower()}":
            yield f"{place}: expected its own entry of docs/runbooks.md as runbook"
    yield from check_runbooks(names)


def check_runbooks(names):
    """Yields what is wrong with the entries of the runbooks."""
    text = (ROOT / "docs/runbooks.md").read_text(encoding="utf-8")
    entries = dict(re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", text, re.M | re.S))
    for name in sorted(set(names) ^ entries.keys()):
        yield f"runbooks.md: expected an entry for every alert and no other but {name} is in one of the two only"
    for name, entry in entries.items():
        for section in SECTIONS:
            if not re.search(rf"^\*\*{section}\.\*\* \S", entry, re.M):
                yield f"runbooks.md: {name}: expected '**{section}.**' with words after it"


def check_dashboard(metrics):
    """Yields what is wrong with the dashboard."""
    dashboard = json.loads((ROOT / "ops/grafana/redressal.json").read_text(encoding="utf-8"))
    panels = [panel for panel in dashboard["panels"] if panel["type"] != "row"]
    if len({panel["id"] for panel in dashboard["panels"]}) != len(dashboard["panels"]):
        yield "redressal.json: expected each panel's id once"
    shown = set()
    for panel in panels:
        if not panel.get("targets") or not panel.get("description"):
            yield f"redressal.json: {panel['title']}: expected a description and something to show"
        for target in panel.get("targets", []):
            yield from check_expression(f"redressal.json: {panel['title']}", target["expr"], metrics)
            shown |= {family(name, metrics) for name in NAME.findall(target["expr"])}
    # Bytes since a client began, constants of a process: on the page, and not worth a panel.
    for name in sorted(metrics.keys() - shown):
        if name.startswith("redressal_") and name not in ("redressal_build_info", "redressal_loops",
                                                          "redressal_samples_failed_total"):
            yield f"redressal.json: expected a panel that shows {name}"


def check_page(path, metrics):
    """Reads a page; returns the metrics it shows and what is wrong with it."""
    wrong, seen = [], set()
    try:
        families = list(text_string_to_metric_families(path.read_text(encoding="utf-8")))
    except ValueError as error:
        return seen, [f"{path.name}: expected Prometheus' text format but {error}"]
    for found in families:
        # The parser takes a counter's ending away.
        name = found.name + "_total" if found.type == "counter" else found.name
        seen.add(name)
        if name not in metrics:
            wrong.append(f"{path.name}: expected a metric of docs/observability.md but found {name}")
            continue
        kind, labels = metrics[name]
        if found.type != kind:
            wrong.append(f"{path.name}: expected {name} to be a {kind} but it is a {found.type}")
        for sample in found.samples:
            if set(sample.labels) - {"le"} != labels:
                wrong.append(f"{path.name}: expected {name} with labels {sorted(labels)} but found {sample.labels}")
            if "other" in sample.labels.values():
                wrong.append(f"{path.name}: expected known values of labels but found {sample}")
    return seen, wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--log", choices=("postgres", "kafka"), default="postgres")
    parser.add_argument("pages", nargs="*", type=Path)
    arguments = parser.parse_args()
    metrics = table()
    wrong = [] if metrics else ["observability.md: expected a table of metrics but found none"]
    wrong += [*check_alerts(metrics), *check_dashboard(metrics)]
    shown = set()
    for path in arguments.pages:
        seen, findings = check_page(path, metrics)
        shown |= seen
        wrong += findings
    if arguments.pages:
        absent = metrics.keys() - shown - OPTIONAL
        if arguments.log == "postgres":
            absent = {name for name in absent if not name.startswith("kafka_")}
        wrong += [f"expected {name} on some page but it is on none" for name in sorted(absent)]
    print("\n".join(wrong + [f"{len(metrics)} metrics and {len(arguments.pages)} pages checked, {len(wrong)} findings."]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
