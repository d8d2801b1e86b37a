"""The shapes of the machine formats, as JSON Schema: only what our reporters write is allowed.

Each is written from its format's own definition; what is required there is required here.
"""

from __future__ import annotations

from typing import Any

import jsonschema

_STRING = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_FROM_ONE = {"type": "integer", "minimum": 1}


def whole(properties: dict[str, Any], *, optional: tuple[str, ...] = ()) -> dict[str, Any]:
    """Describe an object that has these keys, all but the optional ones always, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
        "additionalProperties": False,
    }


def listed(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


def check(value: Any, shape: dict[str, Any]) -> None:
    """Fail where a value has another shape."""
    jsonschema.Draft202012Validator(shape).validate(value)


_POSITION = whole({"line": _FROM_ONE, "column": _FROM_ONE})
_PLACE = {"path": _STRING, "start": _POSITION, "end": _POSITION}
_JSON_FINDING = {
    "code": _STRING,
    "name": _STRING,
    "severity": {"enum": ["error", "warning", "info"]},
    "message": _STRING,
    "help": _TEXT_OR_NULL,
    "url": _TEXT_OR_NULL,
    **_PLACE,
    "at": _STRING,
    "fix": {
        "anyOf": [
            {"type": "null"},
            whole(
                {
                    "title": _STRING,
                    "safe": {"type": "boolean"},
                    "edits": listed(whole({**_PLACE, "text": _STRING})),
                }
            ),
        ]
    },
    "related": listed(whole({**_PLACE, "message": _STRING})),
    "suppressed": {
        "anyOf": [
            {"type": "null"},
            whole(
                {
                    "kind": {"enum": ["comment", "settings", "baseline"]},
                    "reason": _TEXT_OR_NULL,
                    "until": _TEXT_OR_NULL,
                }
            ),
        ]
    },
}
_JSON_SUMMARY = {
    "files": _COUNT,
    "errors": _COUNT,
    "warnings": _COUNT,
    "infos": _COUNT,
    "suppressed": _COUNT,
    "fixable": _COUNT,
    "today": _STRING,
}
JSON_VERSION_1 = whole(
    {
        "version": {"const": 1},
        "findings": listed(whole(_JSON_FINDING)),
        "summary": whole(_JSON_SUMMARY),
    }
)
_VERSION = {"version": {"const": 1}}
JSON_LINE = {
    "oneOf": [
        whole({"type": {"const": "finding"}, **_VERSION, **_JSON_FINDING}),
        whole({"type": {"const": "summary"}, **_VERSION, **_JSON_SUMMARY}),
    ]
}

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
GITLAB = listed(
    whole(
        {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": whole(
                {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": r"^\./"}},
                    "lines": whole({"begin": _FROM_ONE, "end": _FROM_ONE}),
                }
            ),
        }
    )
)

# https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto
_RD_POSITION = whole({"line": _FROM_ONE, "column": _FROM_ONE}, optional=("column",))
_RD_RANGE = whole({"start": _RD_POSITION, "end": _RD_POSITION})
RDJSON = whole(
    {
        "source": whole({"name": _STRING}),
        "diagnostics": listed(
            whole(
                {
                    "message": _STRING,
                    "location": whole({"path": _STRING, "range": _RD_RANGE}),
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": whole({"value": _STRING, "url": _STRING}, optional=("url",)),
                    "suggestions": listed(whole({"range": _RD_RANGE, "text": _STRING})),
                },
                optional=("suggestions",),
            )
        ),
    }
)

# https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, sections 3.13 to 3.57
_SAID = whole({"text": {"type": "string"}})
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_URI = {"type": "string", "pattern": r"^([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$"}
_ARTIFACT = whole({"uri": _URI, "uriBaseId": _STRING}, optional=("uriBaseId",))
_REGION = whole(
    {
        "startLine": _FROM_ONE,
        "startColumn": _FROM_ONE,
        "endLine": _FROM_ONE,
        "endColumn": _FROM_ONE,
    }
)
_PHYSICAL = whole({"artifactLocation": _ARTIFACT, "region": _REGION})
_LOCATION = whole(
    {
        "physicalLocation": _PHYSICAL,
        "logicalLocations": listed(whole({"fullyQualifiedName": _STRING})),
    },
    optional=("logicalLocations",),
)
_RULE = whole(
    {
        "id": _STRING,
        "name": _STRING,
        "shortDescription": _SAID,
        "fullDescription": _SAID,
        "help": whole({"text": _STRING, "markdown": _STRING}),
        "defaultConfiguration": whole({"level": _LEVEL}),
        "properties": whole(
            {
                "tags": listed(_STRING, uniqueItems=True),
                "problem.severity": {"enum": ["error", "warning", "recommendation"]},
            }
        ),
        "helpUri": {"type": "string", "pattern": "^https://"},
    },
    optional=("helpUri",),
)
_REPLACEMENT = whole(
    {"deletedRegion": _REGION, "insertedContent": _SAID}, optional=("insertedContent",)
)
_FIX = whole(
    {
        "description": _SAID,
        "artifactChanges": listed(
            whole({"artifactLocation": _ARTIFACT, "replacements": listed(_REPLACEMENT, minItems=1)})
        ),
        "properties": whole({"safe": {"type": "boolean"}}),
    }
)
_SUPPRESSION = whole(
    {
        "kind": {"enum": ["inSource", "external"]},
        "status": {"enum": ["accepted", "underReview", "rejected"]},
        "justification": _STRING,
        "properties": whole({"source": _STRING, "until": _STRING}, optional=("until",)),
    },
    optional=("justification",),
)
_RESULT = whole(
    {
        "ruleId": _STRING,
        "ruleIndex": _COUNT,
        "level": _LEVEL,
        "message": _SAID,
        "locations": listed(_LOCATION, minItems=1, maxItems=1),
        "partialFingerprints": whole({"journeyFinding/v1": _STRING}),
        "suppressions": listed(_SUPPRESSION, maxItems=1),
        "relatedLocations": listed(
            whole({"id": _COUNT, "physicalLocation": _PHYSICAL, "message": _SAID}),
            uniqueItems=True,
            minItems=1,
        ),
        "fixes": listed(_FIX, minItems=1, maxItems=1),
    },
    optional=("ruleIndex", "relatedLocations", "fixes"),
)
_DRIVER = whole({"name": _STRING, "version": _STRING, "rules": listed(_RULE, uniqueItems=True)})
SARIF = whole(
    {
        "$schema": {"const": "https://json.schemastore.org/sarif-2.1.0.json"},
        "version": {"const": "2.1.0"},
        "runs": listed(
            whole(
                {
                    "tool": whole({"driver": _DRIVER}),
                    "columnKind": {"const": "unicodeCodePoints"},
                    "newlineSequences": listed(_STRING, minItems=1, uniqueItems=True),
                    "originalUriBaseIds": whole(
                        {
                            "%SRCROOT%": whole(
                                {"uri": {**_URI, "pattern": "^file:///.*/$|^file:///$"}}
                            )
                        }
                    ),
                    "invocations": listed(
                        whole(
                            {
                                "executionSuccessful": {"const": True},
                                "toolExecutionNotifications": listed(
                                    whole({"level": _LEVEL, "message": _SAID})
                                ),
                            }
                        )
                    ),
                    "artifacts": listed(
                        whole(
                            {"location": _ARTIFACT, "roles": listed({"const": "analysisTarget"})}
                        ),
                        uniqueItems=True,
                    ),
                    "results": listed(_RESULT),
                }
            ),
            minItems=1,
            maxItems=1,
        ),
    }
)
