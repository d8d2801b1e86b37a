"""What people write instead of the format's words, by meaning; spelling is `text.closest`'s part.

Left stands the format's word, right what stands for it, in lower case with spaces for hyphens.
"""

from functools import cache
from typing import Final

_WORDS: Final = {
    "state": {
        "current": "as is, today, now, existing",
        "future": "to be, target, tomorrow, planned",
    },
    "maturity": {
        "hypothesis": "draft, assumption, assumed, hypothetical",
        "researched": "research, validated, evidence based",
        "measured": "data, quantified",
    },
    "scale": {
        "lifecycle": "end to end, life cycle, relationship",
        "episode": "micro journey, moment",
    },
    "contributor level": {
        "frontline": "front line, agent, staff, operations",
        "management": "manager, middle management",
        "executive": "director, board, c level, leadership",
    },
    "cadence": {
        "month": "monthly",
        "quarter": "quarterly, 3 months",
        "half-year": "half yearly, biannually, 6 months, semester",
        "year": "yearly, annually, annual, 12 months",
    },
    "layer": {
        "frontstage": "front stage, front office, visible, onstage",
        "backstage": "back stage, back office, invisible",
        "support": "support process, support processes",
    },
    "met": {
        "yes": "true, full, fully, met",
        "partly": "partial, partially, somewhat",
        "no": "false, not, unmet, none",
    },
    "cause": {
        "company": "us, we, ourselves, internal, organisation, organization, own",
        "customer": "user, client",
        "competitor": "competition, competitors",
        "partner": "supplier, vendor, third party",
        "circumstance": "external, context, situation, environment, circumstances, nobody",
    },
    "severity": {
        "low": "minor, small, trivial",
        "medium": "moderate, normal",
        "high": "major, severe, serious, important",
        "critical": "blocker, blocking, showstopper, urgent",
    },
    "kind of measure": {
        "technology": "tech, it, system",
        "people": "training, staff, hr, skills",
        "communication": "content, message, marketing, comms",
    },
    "status of a measure": {
        "idea": "proposed, suggested, backlog, open, new",
        "planned": "todo, to do, scheduled, accepted",
        "doing": "in progress, ongoing, started, wip, active",
        "done": "complete, completed, finished, closed, shipped, live",
        "dropped": "cancelled, canceled, rejected, abandoned, wont do",
    },
    "status of a touchpoint": {
        "existing": "current, active, live",
        "planned": "scheduled",
        "wanted": "desired, idea, missing, needed",
        "retiring": "deprecated, sunset, ending",
    },
    "status of a resource": {
        "existing": "available, have",
        "required": "needed, missing, wanted",
        "requested": "asked, ordered, applied",
    },
    "method": {
        "survey": "questionnaire, poll, csat",
        "interview": "interviews",
        "focus-group": "focus groups, group discussion",
        "observation": "ethnography, shadowing, field study, contextual inquiry",
        "analytics": "web analytics, google analytics, log analysis, usage data",
        "data-mining": "process mining",
        "social-monitoring": "social listening, social media, reviews",
        "nps": "net promoter score",
        "voice-of-customer": "voc",
        "user-test": "usability test, usability testing, user testing, ab test",
        "call-listening": "call recordings, calls",
        "contact-log": "tickets, support tickets, complaints, crm",
        "walkthrough": "mystery shopping, walk through",
        "assumption": "guess, hypothesis, experience, gut feeling",
    },
    "respondents": {
        "customers": "customer, users, clients, buyers",
        "prospects": "leads, prospect, non customers, visitors",
        "former-customers": "ex customers, churned customers, lost customers, leavers",
        "employees": "staff, agents, team, colleagues, stakeholders",
        "partners": "suppliers, dealers",
    },
    "kind of metric": {
        "conversion": "conversion rate, completion, completion rate",
        "drop-off": "dropoff, drop out, abandonment, churn, bounce rate",
        "volume": "count, number, traffic, visits",
        "duration": "time, lead time, waiting time",
        "nps": "net promoter score",
        "csat": "satisfaction, customer satisfaction",
        "ces": "customer effort score, effort",
        "cost": "costs, price",
        "custom": "other",
    },
    "direction": {
        "up": "higher, increase, more, higher is better",
        "down": "lower, decrease, less, lower is better",
    },
    "kind of channel": {
        "digital": "online, web",
        "voice": "phone, telephone, call",
        "physical": "offline, in person, store, print",
        "social": "community, peer, word of mouth",
    },
    "relationship": {
        "prospect": "lead, potential",
        "new": "first time",
        "returning": "customer, existing, current, loyal, regular",
        "lapsed": "former, lost, churned, ex customer",
    },
    "phase": {
        "need": "trigger, problem, pain",
        "awareness": "discovery, discover, attract, inspiration",
        "research": "explore, exploration, information, search, learn",
        "comparison": "consideration, consider, evaluate, shortlist, compare",
        "decision": "decide, choose, selection, conversion",
        "purchase": "buy, buying, order, ordering, checkout, contract, acquisition",
        "onboarding": "delivery, installation, setup, set up, welcome, activation, adoption",
        "use": "usage, using, consume, experience, service",
        "support": "help, care, after sales, complaint, maintenance, repair",
        "evaluation": "review, reflect, satisfaction",
        "advocacy": "share, recommend, recommendation, referral, loyalty, tell others",
        "renewal": "renew, retention, retain, repurchase, extension",
        "exit": "leave, churn, cancel, cancellation, end, termination, offboarding",
    },
    "channel": {
        "advertising": "ad, ads, advert, advertisement, tv, radio, banner, billboard, paid media",
        "search": "google, seo, search engine, bing",
        "press": "news, newspaper, magazine, media, pr",
        "social-media": "facebook, instagram, linkedin, tiktok, twitter, x, social, youtube",
        "website": "web, site, webpage, homepage, online, landing page, blog, portal",
        "app": "mobile app, mobile, ios, android, smartphone",
        "email": "e mail, mail, newsletter",
        "sms": "text, text message, texting",
        "instant-messaging": "whatsapp, messenger, signal, telegram, wechat, messaging",
        "live-chat": "chat, webchat, web chat",
        "chatbot": "bot, virtual assistant, voice bot",
        "forum": "community, message board, discussion board",
        "phone": "telephone, call, calls, hotline, call centre, call center, contact centre, ivr",
        "self-service": "kiosk, terminal, self checkout, atm, vending machine",
        "store": "shop, branch, retail, counter, showroom, point of sale, pos, outlet",
        "meeting": "appointment, video call, consultation, face to face, in person",
        "field-visit": "visit, home visit, technician, engineer, on site, installer",
        "event": "fair, trade fair, conference, webinar, seminar, exhibition",
        "partner": "dealer, reseller, broker, agent, distributor",
        "marketplace": "amazon, ebay, app store",
        "post": "letter, parcel, postal mail, direct mail, postcard, package",
        "print": "brochure, flyer, leaflet, catalogue, catalog, poster",
        "document": "contract, invoice, bill, manual, paper, form, pdf",
        "in-product": "product, packaging, in app, device",
        "review-site": "reviews, review, trustpilot, tripadvisor, rating",
        "word-of-mouth": "friend, friends, family, neighbour, neighbor, recommendation, referral",
    },
}


def word(vocabulary: str, written: str) -> str | None:
    """Give the word of a vocabulary for what someone wrote, or None.

    Args:
        vocabulary: The vocabulary's name, such as `severity`.
        written: What stands in the file.

    """
    return _reversed(vocabulary).get(_plain(written))


def all_synonyms() -> list[tuple[str, str, str]]:
    """Give every synonym: the name of its vocabulary, what people write, and the word for it."""
    return [
        (name, other, known)
        for name, meanings in _WORDS.items()
        for known, others in meanings.items()
        for other in others.split(", ")
    ]


@cache
def _reversed(vocabulary: str) -> dict[str, str]:
    return {other: known for name, other, known in all_synonyms() if name == vocabulary}


def _plain(written: str) -> str:
    return " ".join(written.lower().replace("-", " ").replace("_", " ").split())
