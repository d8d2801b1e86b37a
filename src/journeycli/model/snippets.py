"""What an editor offers to write: the skeleton of a stage, a touchpoint or a barrier."""

from typing import Any, Final

SNIPPETS: Final[dict[str, dict[str, Any]]] = {
    "Stage": {
        "defaultSnippets": [
            {
                "label": "stage",
                "description": "A stage with the first questions of the checklist",
                "body": {
                    "id": "${1:compare}",
                    "name": "${2:Compare offers}",
                    "customer_actions": ["${3:What does the customer do here?}"],
                    "touchpoints": ["${4:Where do they meet us, or others?}"],
                    "emotions": [{"feeling": "${5:What do they feel?}", "score": "^${6:0}"}],
                    "barriers": ["${7:What stands in their way?}"],
                },
            }
        ]
    },
    "Touchpoint": {
        "defaultSnippets": [
            {
                "label": "touchpoint",
                "description": "A touchpoint with channel, department and opinion",
                "body": {
                    "name": "${1:Price page}",
                    "channel": "${2:website}",
                    "department": "${3:marketing}",
                    "opinion": {"before": "^${4:0}", "during": "^${5:0}", "after": "^${6:0}"},
                },
            },
            {
                "label": "reference",
                "description": "A touchpoint that another stage or a catalog declares",
                "body": {"ref": "${1:help-line}"},
            },
        ]
    },
    "Barrier": {
        "defaultSnippets": [
            {
                "label": "barrier",
                "description": "A barrier and what takes it away",
                "body": {
                    "text": "${1:What stands in the way?}",
                    "severity": "${2|low,medium,high,critical|}",
                    "cause": "${3|company,customer,competitor,partner,circumstance|}",
                    "removals": [
                        {
                            "text": "${4:What must we do to take it away?}",
                            "department": "${5:department}",
                            "status": "${6|idea,planned,doing,done,dropped|}",
                        }
                    ],
                },
            }
        ]
    },
}
"""By model; the notation is that of VS Code, where `^` keeps a number from being quoted."""
