"""What people call the rows of a journey map, by the format's keys they fill.

English first; then the languages of those who asked for them. Phrases stand in small letters and
without accents; number, case, punctuation and the words around them are `lanes`' part.
"""

from typing import Final

ENGLISH: Final = {
    "stage": "stage, journey stage, stage name, step name, moment, episode, touch stage, "
    "journey step, stages of the journey, customer journey, milestone",
    "phase": "phase, journey phase, phase name, lifecycle phase, lifecycle",
    "summary": "summary, description, about, overview, stage description, what happens",
    "duration": "duration, time, time spent, how long, length, timing, timeframe, time frame, "
    "timeline",
    "needs": "need, goal, user goal, job, job to be done, jtbd, requirement, task to be done, "
    "customer need, objective, want, wants and needs, needs and wants, goals and needs, desire, "
    "needs and expectations, goals and expectations, aim",
    "customer_actions": "action, customer action, user action, step, customer step, activity, "
    "customer activity, doing, does, do, task, what they do, behaviour, behavior, process step, "
    "user flow, actions and steps, customer process, interaction steps, customer, process, "
    "customer journey step, what is the customer doing, physical action, user story, storyline",
    "company_actions": "company action, our action, internal action, organisation action, "
    "organization action, we do, what we do, business action, employee action, staff action, "
    "provider action, business process, organisational activity, internal process, "
    "business activity, process ownership, company activity",
    "company_actions.frontstage": "frontstage, front stage, onstage, on stage, frontstage action, "
    "front stage action, visible action, onstage action, frontstage interaction, front office, "
    "visible contact, contact employee action, frontstage employee action, frontline",
    "company_actions.backstage": "backstage, back stage, backstage action, back stage action, "
    "invisible action, back office, behind the scene, backstage employee action, "
    "backstage interaction, backstage process",
    "company_actions.support": "support process, supporting process, support system, system, "
    "it system, technology, tool, software, support, supporting system, data",
    "customer_progression": "customer progression, progression, moves on, they move on, "
    "how they move on, exit action, what moves them on",
    "company_progression": "company progression, conversion tactic, nudge, call to action, "
    "we move them on, how we move them on",
    "motivations": "motivation, driver, motivator, reason, why, why they go on, incentive",
    "inhibitors": "inhibitor, own goal, how we stop them, blocker of ours, what slows them",
    "enablers": "enabler, helps, gain, delight, delighter, positive, high, highlight, wow moment, "
    "what goes well, what works, bright spot, pleasure point, gain point, happy moment, strength, "
    "good, plus",
    "influences": "influence, influencer, external influence, context, external factor, "
    "environment, people involved, other actor, surrounding",
    "values": "value, expectation, what matter, value proposition, customer expectation, "
    "what matter to them",
    "thoughts": "thought, thinking, think, question, thought and feeling, mindset, thinks, "
    "thinking and feeling, what they think, thoughts and emotions, think and feel, "
    "customer thought, concern, customer question, inner voice, mental model",
    "quotes": "quote, verbatim, voice, say, saying, says, voice of customer, voc, customer quote, "
    "customer voice, verbatim quote, in their words, what they say",
    "emotions": "emotion, feeling, mood, feel, feels, emotional state, experience, "
    "customer experience, emotional journey, emotion curve, emotional curve, what they feel, "
    "customer feeling, emotional experience, sentiment, emoji, smiley, mood curve",
    "score": "score, rating, satisfaction, emotion score, emotional score, feeling score, "
    "sentiment score, experience score, satisfaction score, emotion level, emotional level, "
    "experience level, satisfaction level, emotion rating, mood score, happiness, csat, valence, "
    "experience rating, level of satisfaction, customer satisfaction, experience index, "
    "emotion index, importance of emotion, emotion value, satisfaction rating",
    "emotions.cause": "cause of feeling, caused by",
    "emotions.trigger": "trigger, reason for the feeling, emotion trigger",
    "barriers": "barrier, pain point, painpoint, pain, problem, issue, friction, obstacle, "
    "frustration, blocker, challenge, hurdle, friction point, negative, low, what goes wrong, "
    "difficulty, barrier and pain, weakness, pain and barrier, fail point, risk, minus, bad, "
    "what hurts, where it hurts, problems and issues, "
    "concerns and barriers, pains and frustrations, complaint",
    "barriers.severity": "severity, priority, impact of the pain, pain level, criticality, "
    "pain severity, barrier severity",
    "barriers.why": "root cause, why it is there, cause",
    "barriers.removals": "removal, fix, remedy, countermeasure, how to fix, action item, "
    "next action, measure to take, what we must do, barrier removal, mitigation",
    "opportunities": "opportunity, idea, solution, improvement, recommendation, insight, "
    "improvement idea, opportunity for improvement, suggestion, how might we, hmw, "
    "opportunity area, ideas and opportunities, opportunities and ideas, design opportunity, "
    "what we could do, improvement opportunity, next step, potential improvement",
    "touchpoints": "touchpoint, touch point, contact point, contact, interaction, interface, "
    "point of contact, interaction point, artefact, artifact, prop, physical evidence, "
    "touchpoint name, touchpoints and channels, channels and touchpoints, thing, place, "
    "customer interaction, evidence and touchpoint",
    "touchpoints.channel": "channel, medium, media, via, device, communication channel, "
    "interaction channel, channels used, channel and device, devices and channel",
    "touchpoints.department": "touchpoint owner, touchpoint department",
    "touchpoints.status": "touchpoint status",
    "touchpoints.moment_of_truth": "moment of truth, mot, key moment, critical moment, "
    "decisive moment, make or break moment",
    "touchpoints.expected": "expected score, expected",
    "touchpoints.before": "opinion before, before",
    "touchpoints.during": "opinion during, during",
    "touchpoints.after": "opinion after, after, touchpoint score, touchpoint rating",
    "department": "department, team, responsible, owner, unit, responsibility, "
    "responsible department, stakeholder, function, responsible team, "
    "internal stakeholder, internal ownership, ownership, departments involved, process owner, "
    "business unit, employee, who is responsible, team involved, internal owner, responsible unit",
    "actor": "actor, who, role, acting, who act, performed by, performer, done by, participant, "
    "person, who does it, protagonist",
    "handoffs": "handoff, handover, hand off, hand over, transition",
    "metrics": "metric, kpi, figure, measure, success metric, measurement, kpis and metrics, "
    "metrics and kpi, success criteria, indicator, data point, performance indicator",
    "evidence": "evidence, source, research, research source, reference, insight source",
    "links": "link, url, document link",
    "persona": "persona, user, segment, customer segment, customer type, target group, "
    "name of persona, primary persona, user type, main persona",
    "title": "title, journey, map, journey map, customer journey map, name of the journey, "
    "journey name, map name, journey title, project, project name",
    "scenario": "scenario, situation, use case, journey scenario, scenario description",
    "map_objective": "purpose, map objective, purpose of the map, business goal, why this map",
    "customer_goals": "customer goal, persona goal, journey goal, user objective, overall goal, "
    "goals of the persona",
    "owner": "map owner, journey owner, author, created by, responsible for the map, maintained by",
    "lane": "lane, row, section, swimlane, swim lane, row type, dimension, layer name, label",
    "text": "text, content, statement, note text, card text, sticky text, entry, value text",
    "id": "stage id, id of the stage",
}  # fmt: skip
"""Keys by their English names. A key with a dot belongs to an element: `touchpoints.channel`."""

OTHERS: Final = {
    "stage": "etappe, abschnitt, etape, etapa, fase del viaggio, stadium, schritt der reise",
    "phase": "phase, fase, phase du parcours, phasen",
    "needs": "bedurfnis, bedurfnisse, kundenbedurfnis, kundenbedurfnisse, "
    "ziel, ziele, bedarf, besoin, objectif, necesidad, necesidades, "
    "objetivo, behoefte, doel, doelen, bisogno, bisogni, obiettivo, necessidade, kundenziel, "
    "kundenziele, attente, attentes",
    "customer_actions": "was sie tun, was er tut, was tun, was tun sie, tun, tut, "
    "aktivitat, aktivitaten, handlung, handlungen, kundenaktivitat, "
    "kundenaktivitaten, kundenhandlung, kundenhandlungen, aktion, aktionen, schritt, schritte, "
    "actions du client, actions client, activite, accion, acciones, actividad, actividades, "
    "acciones del cliente, acties, handelingen, klantacties, activiteiten, azione, azioni, acao, "
    "acoes, acoes do cliente",
    "company_actions": "unternehmensaktivitaten, interne prozesse, interne aktivitaten, "
    "actions de l entreprise, processus internes, acciones internas, procesos internos, "
    "interne processen, processi interni, processos internos",
    "thoughts": "gedanke, gedanken, fragen, denkt, pensee, pensees, pensamiento, pensamientos, "
    "gedachte, gedachten, pensiero, pensieri, pensamento, pensamentos",
    "quotes": "zitat, zitate, kundenzitat, kundenstimmen, verbatims clients, cita, citas, "
    "citaat, citaten, citazione, citazioni, citacao",
    "emotions": "gefuhl, gefuhle, emotionen, stimmung, emotion client, emocion, emociones, "
    "sentimiento, sentimientos, emotie, emoties, gevoel, gevoelens, emozione, emozioni, emocao, "
    "emocoes, sentimento, ressenti, ressentis, ressenti client",
    "score": "bewertung, zufriedenheit, punktzahl, satisfaction client, puntuacion, "
    "valoracion, satisfaccion, beoordeling, tevredenheid, punteggio, soddisfazione, pontuacao, "
    "satisfacao, zufriedenheitswert, niveau de satisfaction",
    "barriers": "schmerz, schmerzen, argernis, argernisse, frust, "
    "schmerzpunkt, schmerzpunkte, hurde, hurden, probleme, hindernis, hindernisse, "
    "herausforderung, herausforderungen, point de friction, points de friction, point de douleur, "
    "points de douleur, irritant, irritants, frein, freins, punto de dolor, puntos de dolor, "
    "dolores, problema, problemas, obstaculo, obstaculos, pijnpunt, pijnpunten, knelpunt, "
    "knelpunten, punto critico, punti critici, problemi, dor, dores, pontos de dor",
    "opportunities": "chance, chancen, idee, ideen, verbesserung, verbesserungen, massnahme, "
    "massnahmen, potenzial, potenziale, moglichkeit, moglichkeiten, opportunite, idees, "
    "amelioration, ameliorations, oportunidad, oportunidades, mejora, mejoras, kans, kansen, "
    "ideeen, verbeteringen, opportunita, miglioramento, miglioramenti, oportunidade, melhoria, "
    "pistes d amelioration, verbesserungspotenzial, verbesserungspotenziale, axes d amelioration",
    "touchpoints": "kontaktpunkt, kontaktpunkte, beruhrungspunkt, beruhrungspunkte, "
    "point de contact, points de contact, punto de contacto, puntos de contacto, contactpunt, "
    "contactpunten, contactmomenten, punto di contatto, punti di contatto, ponto de contato, "
    "pontos de contato, pontos de contacto",
    "touchpoints.channel": "kanal, kanale, canal, canaux, canales, kanaal, kanalen, canale, "
    "canali, canais",
    "department": "abteilung, abteilungen, zustandig, zustandigkeit, verantwortlich, "
    "verantwortung, service responsable, responsable, departement, departamento, area, afdeling, "
    "afdelingen, verantwoordelijke, reparto, responsabile",
    "actor": "akteur, akteure, akteurin, wer, rolle, acteur, acteurs, qui, actores, quien, rol, "
    "attore, attori, chi, ruolo, ator, atores, quem, papel, wie, beteiligte, participant",
    "duration": "dauer, duree, duracion, duur, durata, duracao, zeit",
    "metrics": "kennzahl, kennzahlen, indicateur, indicateurs, indicador, indicadores, "
    "meetwaarden, indicatori, messgrossen",
    "summary": "beschreibung, descripcion, beschrijving, descrizione, descricao",
    "title": "titel, titre, titulo, titolo",
    "scenario": "szenario, escenario, cenario",
    "motivations": "motivacion, motivaciones, motivazione, motivazioni, motivacao",
    "values": "erwartung, erwartungen, expectativas, verwachting, verwachtingen, aspettative, "
    "valeurs, werte",
}
"""The same in German, French, Spanish, Dutch, Italian and Portuguese."""
