"""Words with which a sentence begins, and what must follow them if it does."""

from __future__ import annotations

from copydesk import pattern
from lint_rules._shared.prose import words

OPENERS = words(
    "But And Or Nor So Yet When While If Since Because Although Though Whereas Unless Whether "
    "He She They We It You His Her Its Their Our My Your There Here This That These Those The A "
    "An In On At For With As By To Of From After Before During Despite According However "
    "Meanwhile "
    "Moreover Furthermore Nevertheless Nonetheless Therefore Then Now Today Yesterday Tomorrow "
    "Tonight Also Even Still Instead Perhaps Maybe Nearly Almost About Around Under Over Among "
    "Between Within Without Through Throughout Until Once Only Such Just Like Unlike Not No "
    "Nobody "
    "Everyone Everybody Someone Anyone Nothing Everything Something One "
    "Dozens Hundreds Thousands Some Many Most More Much Less Several Each "
    "Every Both Either Neither All Any Another Others Few Half What Who Whose How Why Where "
    "Which Last Next Earlier Later Soon Shortly Recently Previously Currently Finally Initially "
    "Eventually Ultimately Additionally Similarly Overall Otherwise Besides Indeed "
    "Afterwards Afterward Again Ever Never Often Sometimes Usually Unfortunately Fortunately "
    "Sadly Apparently Clearly Obviously Asked Speaking Responding Following Based Given Thanks "
    "Against Across Along Amid Beyond Behind Near Outside Inside Ahead Regarding "
    "Concerning Including Depending Part Rather Too Very Officers Detectives Investigators"
)
"""Function words and their like, which begin a name only in front of another capital."""

PEOPLE = words(
    "Police Officials Officers Detectives Investigators Researchers Scientists Residents "
    "Neighbors "
    "Neighbours Prosecutors Doctors Nurses Patients Critics Supporters Opponents Voters Students "
    "Pupils Teachers Parents Workers Employees Employers Managers Bosses Farmers Fishermen "
    "Firefighters Paramedics Crews Rescuers Divers Volunteers Authorities Organizers Organisers "
    "Experts Analysts Economists Historians Engineers Lawyers Attorneys Judges Jurors Lawmakers "
    "Legislators Councillors Councilors Campaigners Activists Advocates Protesters Protestors "
    "Demonstrators Witnesses Relatives Families Friends Children Women Men People Fans Players "
    "Drivers Passengers Commuters Motorists Cyclists Customers Consumers Shoppers Visitors "
    "Tourists "
    "Guests Tenants Landlords Homeowners Businesses Companies Firms Investors Traders "
    "Shareholders "
    "Lenders Banks Shares Stocks Prices Sales Rents Costs Profits Revenues Markets Polls Results "
    "Figures Tickets Roads Schools Hospitals Courts Ministers Diplomats Troops Soldiers "
    "Rebels Militants Gunmen Migrants Refugees Reporters Journalists Sources Spokespeople "
    "Emergency Traffic Construction Inflation Unemployment Repairs Work Flights Trains Boats "
    "Ships "
    "Services Plans Talks Negotiations Efforts Attempts Tests Samples Votes Ballots Members "
    "Leaders Trustees Commissioners Inspectors Regulators Auditors Surveyors Planners Developers "
    "Builders Owners Operators Staff Candidates Donors Readers Viewers Listeners Users Victims "
    "Survivors Suspects Inmates Prisoners Guards Clerks Crowds Thousands Hundreds Dozens"
)
"""People and things that open a sentence without an article: Police said …"""

FINITE = pattern(
    r"(?<![\w-])(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|shall"
    r"|should"
    r"|do|does|did|cannot|said|says|say|told|[a-z]{2,}ed|\w+n[’']t|\w+[’'](?:d|ve|re|ll|m)"
    r"|(?i:he|she"
    r"|it|that|there|what|who)[’']s"
    r"|went|came|got|took|made|gave|saw|knew|found|kept|left|put|set|held|won|lost|met|led|ran"
    r"|began"
    r"|became|brought|bought|caught|chose|cut|drew|fell|felt|grew|hit|let|meant|paid|rose|sent"
    r"|spent"
    r"|spoke|stood|struck|taught|thought|threw|wrote|broke|built|drove|flew|hung|heard|sold|sought"
    r"|shook|shot|showed|shut|sang|sank|sat|slept|split|spread|stole|swore|swept|tore"
    r"|understood|wore"
    r"|withdrew|wants?|needs?|remains?|includes?|means|makes?|takes?|gives?|goes|go|comes|come"
    r"|gets?"
    r"|knows?|thinks?|believes?|hopes?|plans?|seems?|appears?|shows?|expects?|faces?|keeps?|holds?"
    r"|runs?|works?|lives?|looks?|leads?|offers?|requires?|suggests?|argues?|adds|notes|explains"
    r"|tells|asks|begins?|becomes?|feels?|finds?|helps?|continues?|provides?|allows?|costs?|lies"
    r"|stands?|sits|rises?|falls|follows?|starts?|ends|likes?|loves?|lacks?|owns?"
    r"|deserves?)(?![\w-])"
)
"""A finite verb, or a word that is one more often than not."""

AFTER_NAMES = words(
    "But He She They It We This That These There His Her Its Their When While If Because Although "
    "However Meanwhile Since As After Before In On At With For From The An Some Many Most Others "
    "Another Both Also Then Under During Despite According And"
)
"""Openers that are not part of a name, even right after one: met Smith But he …"""

BEFORE_NAMES = words(
    "But While When If Because Although Though However Meanwhile Since After Before Both "
    "Despite In "
    "On At As Among During With From Even Also The Last Earlier Later Then Now Unlike According "
    "This That These Its His Her Their Some Many Most Several Another Other And Instead Yesterday"
)
"""Openers that begin a sentence even if a capital follows: late But Smith said …"""

WEEK = words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December"
)
"""Names of days and months, which end sentences."""

VERBS = words(
    "is are was were has have had will would can could may might must should did does do did said "
    "say told don't aren't weren't haven't didn't won't can't cannot began came went took saw got "
    "left lost fell continue continued expect expected believe believed hope hoped want wanted "
    "need "
    "needed fear feared remain remained warn warned claim claimed arrived responded gathered "
    "showed "
    "show started tried called who later still now then never often already"
)
"""What follows such a word if it is a subject, without names of things: Police later said …"""
