"""Given names that are easily taken for each other, and short forms of one name."""

from __future__ import annotations

from lint_rules._shared.names import is_one_edit

_ALIKE = """
stephen steven; catherine katherine kathryn; geoffrey jeffrey; eric erik; marc mark; carl karl;
philip phillip; sean shaun shawn; jon john; allan alan allen; brian bryan; sara sarah;
ann anne anna; deborah debra; elizabeth elisabeth; nicholas nicolas; christina christine;
kristina kristine;
lindsay lindsey; rachel rachael; teresa theresa; claire clare; zachary zackary; jeffery jeffrey;
lawrence laurence; gregory greggory; alison allison; hannah hanna; isabel isabelle isobel;
caroline carolyn; megan meghan; brittany britney; jacqueline jaqueline; louis lewis;
mohammed mohamed muhammad; aaron arron; caitlin kaitlyn katelyn; michele michelle; tracy tracey;
stacy stacey; jamie jaime; dominic dominick; francis frances; leslie lesley; marion marian;
"""
_GROUPS = [frozenset(line.split()) for line in _ALIKE.split(";") if line.strip()]
_SHORT = """
william bill billy will willie liam; robert bob bobby rob robbie bert; james jim jimmy jamie;
john jack johnny jon; richard rick dick rich ricky richie; thomas tom tommy; charles charlie chuck
chas; joseph joe joey; edward ed eddie ted ned; michael mike mickey mick; daniel dan danny;
samuel sam sammy; benjamin ben benny; anthony tony; christopher chris kit; matthew matt;
andrew andy drew; david dave davey; donald don donnie; ronald ron ronnie; kenneth ken kenny;
stephen steven steve; gregory greg gregg; jeffrey jeff; lawrence larry laurie; patrick pat paddy;
peter pete; timothy tim timmy; nicholas nick nicky; alexander alex sandy sasha; albert al bert;
alfred al alf fred; frederick fred freddie; frank francis franklin; george georgie; henry harry
hank; harold hal harry; leonard len lenny leo; martin marty; nathaniel nathan nate; philip phil;
raymond ray; theodore ted teddy theo; vincent vince vinny; walter walt wally; zachary zach zack;
elizabeth liz beth betty betsy eliza lisa libby; margaret maggie meg peggy marge greta; katherine
catherine kathryn kate kathy katie cathy kit; jennifer jen jenny; jessica jess jessie; susan sue
susie; patricia pat patty tricia trish; barbara barb babs; deborah debra deb debbie; rebecca becky;
christina christine chris tina; victoria vicky tori; samantha sam; alexandra alex sandra;
amanda mandy; pamela pam; judith judy; janet jan; sandra sandy; virginia ginny; dorothy dot dottie;
frances fran; josephine jo josie; cynthia cindy; kimberly kim; abigail abby; stephanie steph;
joshua josh; jonathan jon; douglas doug; gerald gerry jerry; jerome jerry; eugene gene;
randall randy; russell russ; stanley stan; terrence terry; bernard bernie; calvin cal; clifford
cliff; arthur art; louis lou; maximilian max; rodney rod; solomon sol; vladimir volodymyr;
valerie val; lillian lily lil; eleanor ellie nell; teresa theresa terry tess; jacob jake;
bradley brad; mitchell mitch; curtis curt; herbert herb; manuel manny; melissa mel;
"""
_LONGEST_SHORT = 5  # letters of a short form: Gabby
_SHARE = 0.5  # of the letters, which names have that are taken for each other
_END = 2  # letters: Brian, Ryan
_SHORTS = [frozenset(line.split()) for line in _SHORT.split(";") if line.strip()]


def are_alike(one: str, other: str) -> bool:
    """Whether two folded given names are one letter apart, or easily taken for each other."""
    if one in other.split("-") or other in one.split("-"):
        return False
    if len(one) > 2 < len(other) and one[0] == other[0] and is_one_edit(one, other):
        return True
    return any(one in group and other in group for group in _GROUPS)


def are_near(one: str, other: str) -> bool:
    """Whether two folded given names begin or end alike and share half of their letters."""
    if one in other.split("-") or other in one.split("-"):
        return False
    from difflib import SequenceMatcher

    share = SequenceMatcher(None, one, other).ratio()
    return share >= _SHARE and (one[0] == other[0] or one[-_END:] == other[-_END:])


def are_short(one: str, other: str) -> bool:
    """Whether one may be short for the other: Bill and William, Gabby and Gabrielle."""
    shorter, longer = sorted((len(one), len(other)))
    if one[:3] == other[:3] and shorter < longer - 1 and shorter <= _LONGEST_SHORT:
        return True
    return any(one in group and other in group for group in _SHORTS)
