"""Validates reports against a JSON Schema, strictly.

Usage: validate.py SCHEMA REPORT...

The schema that is shipped lets readers meet members that they do not know. Here every member must
be described, so that the schema cannot fall behind the writer. Exits with 77 (skipped) where
python3-jsonschema is not installed.
"""

import json
import sys

try:
    import jsonschema
except ImportError:
    print("SKIPPED: python3-jsonschema is not installed (apt-get install python3-jsonschema)")
    sys.exit(77)


def closed(schema):
    """The same schema with no members allowed that it does not describe."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: closed(value) for key, value in schema.items()}
    if result.get("type") == "object":
        result["additionalProperties"] = False
    return result


def main(schema_file, *report_files):
    with open(schema_file, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(closed(schema))
    faults = 0
    for name in report_files:
        with open(name, encoding="utf-8") as file:
            report = json.load(file)
        for fault in validator.iter_errors(report):
            faults += 1
            print(f"{name}: {'/'.join(map(str, fault.absolute_path))}: {fault.message}")
    print(f"{len(report_files)} reports, {faults} faults")
    return 1 if faults or not report_files else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
