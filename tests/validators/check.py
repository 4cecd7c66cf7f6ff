"""JUnit by junitparser, GitLab and JSON by JSON Schema, tables by frictionless. usage: check.py FOLDER"""
import glob, json, os, sys
import jsonschema, junitparser
from frictionless import Resource, Schema

FOLDER = sys.argv[1]
failures = []

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}


def files(pattern):
    found = sorted(glob.glob(os.path.join(FOLDER, pattern)))
    if not found:
        failures.append(f"no file fits {pattern}")
    return found


for path in files("*.xml"):
    suites = list(junitparser.JUnitXml.fromfile(path))
    for suite in suites:
        cases = list(suite)
        if suite.tests != len(cases) or suite.tests == 0:
            failures.append(f"{path}: {suite.tests} tests said, {len(cases)} there")

for path in files("gitlab-*.json"):
    issues = json.load(open(path, encoding="utf-8"))
    jsonschema.validate(issues, GITLAB)
    if len({i["fingerprint"] for i in issues}) != len(issues):
        failures.append(f"{path}: fingerprints are not distinct")

schema = os.path.join(FOLDER, "report.schema.json")
if os.path.exists(schema):
    schema = json.load(open(schema, encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    report = json.load(open(os.path.join(FOLDER, "report-story.json"), encoding="utf-8"))
    for one in report if isinstance(report, list) else [report]:
        jsonschema.validate(one, schema)

os.chdir(FOLDER)
for name in ("findings", "claims"):
    for path in sorted(glob.glob(f"{name}-*.csv")) or failures.append(f"no {name} table") or []:
        table = Schema.from_descriptor(json.load(open(f"{name}.schema.json", encoding="utf-8")))
        report = Resource(path=path, schema=table).validate()
        if not report.valid:
            failures.append(f"{path}: {report.flatten(['rowNumber', 'fieldNumber', 'note'])[:3]}")

for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)
