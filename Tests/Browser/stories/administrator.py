"""What an administrator does: who may come in, who sits where, and which rules hold."""

import base64
import hmac
import struct
import time
from datetime import date, timedelta

ADMINISTRATOR, AUDITOR = "administrator", "auditor"


def sign_in(town, account, password):
    """Somebody whom the demo does not know signs in."""
    browser = town.citizen()
    browser.open("/sign-in")
    browser.fill("Account", account)
    browser.fill("Password", password)
    browser.press("Sign in", "main")
    return browser


def newcomer(browser):
    """Somebody who sits in a post and has no account."""
    browser.open("/console/admin/posts")
    seated = {text.partition(" ")[0] for text in browser.texts("main tbody td:last-child")}
    browser.press("Accounts", ".tabs")
    options = browser.driver.find_elements("css selector", "#missing option")
    found = sorted(seated & {option.get_attribute("value") for option in options})
    assert found, "everybody who sits in a post has an account"
    return found[0]


def another_password(town, browser, account, old):
    """Somebody who has signed in changes their password; the new one."""
    new = f"a gate kept better {town.nonce}"
    browser.press(account, "form.visitor")
    browser.look("account")
    for typed in (f"no gate at all {town.nonce}", old):
        browser.fill("Old password", typed)
        browser.fill("New password", new)
        browser.fill("The new password once more", new)
        browser.press("Change the password", "main")
        if typed != old:
            browser.look("account-refused")
            browser.expect("The old password, or the code, does not fit")
    browser.look("account-changed")
    browser.expect("Your password is changed")
    # Whoever knew the old one is out.
    sign_in(town, account, old)
    browser.expect("Account, password or code do not fit")
    sign_in(town, account, new)
    browser.expect_not("do not fit")
    return new


def half_minute():
    """The number of the half minute that it is."""
    return int(time.time()) // 30


def six_digits(key, step):
    """What an authenticator app shows for a key in a half minute (RFC 6238)."""
    counter = struct.pack(">Q", step)
    mac = hmac.digest(base64.b32decode(key.replace(" ", "")), counter, "sha1")
    start = mac[19] & 15
    return f"{(int.from_bytes(mac[start:start + 4]) & 0x7FFFFFFF) % 1_000_000:06}"


def codes(town, account, password):
    """Somebody who is asked for codes sets them up before anything else, and signs in with one."""
    browser = sign_in(town, account, password)
    browser.look("account-code")
    browser.expect("An administrator asks for this")
    browser.open("/console")
    [key] = browser.texts(".secret")
    browser.fill("Password", password)
    browser.fill("Code from the authenticator app", wrong_digits(key))
    browser.press("Ask for codes from now on", "main")
    browser.look("account-code-refused")
    browser.expect("The password, or the code, does not fit")
    step = half_minute()
    browser.fill("Password", password)
    browser.fill("Code from the authenticator app", six_digits(key, step))
    browser.press("Ask for codes from now on", "main")
    browser.look("account-code-set-up")
    browser.expect("asks for a code of your authenticator app from now on")

    # The password alone opens nothing, nor does it with a wrong code.
    sign_in_with_code(town, account, password, wrong_digits(key))
    refused(browser)
    browser.look("sign-in-code-refused")
    # A telephone's clock may be half a minute ahead; the code that set it up has been used.
    later = max(step + 1, half_minute())
    sign_in_with_code(town, account, password, six_digits(key, later))
    browser.expect_not("do not fit", "needs the six digits")
    browser.open("/console")
    assert account in browser.texts("form.visitor")[0], browser.path
    # A code that was used is good for nothing any more, though the clock would still let it in.
    sign_in_with_code(town, account, password, six_digits(key, later))
    assert half_minute() <= later + 1, "the code that was used is too old to tell anything"
    refused(browser)


def refused(browser):
    """Somebody is not let in, and told so in words that do not say what was wrong."""
    browser.expect("Account, password or code do not fit. Check each of them and try again.")
    assert browser.path == "/sign-in", browser.path
    browser.open("/console")
    browser.expect_not("Queues")


def wrong_digits(key):
    """Six digits that no clock near ours has for a key."""
    near = {six_digits(key, half_minute() + step) for step in range(-3, 10)}
    return next(digits for digits in (f"{number:06}" for number in range(100)) if digits not in near)


def sign_in_with_code(town, account, password, digits):
    """Somebody signs in, is asked for a code of their app and gives it."""
    browser = sign_in(town, account, password)
    browser.expect("This account also needs the six digits of its authenticator app.")
    browser.look("sign-in-code")
    browser.fill("Password", password)
    browser.fill("Code from the authenticator app", digits)
    browser.press("Sign in", "main")


def story_an_account_is_made_handed_over_and_closed(town):
    browser = town.sit(ADMINISTRATOR)
    browser.open("/console")
    browser.press("Administration", "nav.main")
    browser.look("admin")
    account = newcomer(browser)
    browser.look("admin-accounts")
    browser.fill("Account", account)
    browser.fill("Kind", "Person")
    browser.press("Add", "main")
    browser.look("admin-handover")
    browser.expect(f"To hand over: {account}", "shown once")
    [password] = browser.texts(".secret")
    browser.press("On to the account", "main")
    browser.look("admin-account")
    browser.expect(f"Account {account}")
    browser.expect_not(password)

    # What the administrator knows opens nothing but the choice of another.
    sign_in(town, account, password)
    browser.look("sign-in-new-password")
    browser.expect("New password")
    own = f"a well kept gate {town.nonce}"
    browser.fill("Password", password)
    browser.fill("New password", own)
    browser.press("Sign in", "main")
    browser.expect_not("New password")
    browser.open("/console")
    assert account in browser.texts("form.visitor")[0], browser.path
    sign_in(town, account, password)
    browser.expect("Account, password or code do not fit")
    own = another_password(town, sign_in(town, account, own), account, own)

    browser = town.sit(ADMINISTRATOR)
    browser.open(f"/console/admin/accounts/{account}")
    browser.press("Ask for one-time codes", "main")
    browser.look("admin-account-code")
    browser.expect("asked for, and not set up yet")
    browser.expect_not("otpauth")
    codes(town, account, own)

    browser = town.sit(ADMINISTRATOR)
    browser.open(f"/console/admin/accounts/{account}")
    browser.press("Ask for no codes any more", "main")
    browser.press("Close the account", "main")
    browser.look("admin-account-closed")
    browser.expect("closed", "Let it sign in again")
    sign_in(town, account, own)
    browser.look("sign-in-refused")
    browser.expect("Account, password or code do not fit")

    # The auditor sees who did so.
    browser = town.sit(AUDITOR)
    browser.open("/console/audit/access")
    browser.fill("Account", town.account(ADMINISTRATOR))
    browser.press("Look", "main")
    browser.expect("Changed an account", account)
    browser.fill("Account", account)
    browser.press("Look", "main")
    browser.expect("Signed in", "Sign-in refused")


def story_an_account_that_nobody_named_is_refused(town):
    browser = town.sit(ADMINISTRATOR)
    browser.open("/console/admin/accounts")
    browser.fill("Account", f"u-{town.nonce}")
    browser.press("Add", "main")
    browser.look("admin-accounts-refused")
    browser.expect("expected an account of a published programme", f"u-{town.nonce}")
    browser.open(f"/console/admin/accounts/{town.account(ADMINISTRATOR)}")
    browser.look("admin-account-own")
    browser.expect("This is your own account")
    assert not browser.driver.find_elements("css selector", "main form"), "an administrator can change their own account"


def story_a_program_gets_an_account_without_a_password(town):
    browser = town.sit(ADMINISTRATOR)
    browser.open("/console/admin/accounts")
    browser.fill("Account", f"s-{town.nonce}")
    browser.fill("Kind", "Program")
    browser.press("Add", "main")
    browser.look("admin-handover-program")
    browser.expect(f"redressal token add s-{town.nonce}")
    assert not browser.texts(".secret"), browser.text


def story_an_administrator_sees_no_case_and_no_account_of_elsewhere(town):
    reference = town.file(f"The clerk asked for money {town.nonce}", **{"Your name": "Sana Bibi"}).reference
    browser = town.sit(ADMINISTRATOR)
    browser.open(f"/console/cases/{reference}")
    browser.look("admin-case")
    browser.expect("There is no case with this number, or it is none of yours")
    browser.expect_not("Sana Bibi", town.nonce)
    browser.open("/console")
    browser.expect_not(reference)
    # The accounts of another province are somebody else's to keep.
    browser.open("/console/admin/accounts/u-104")
    browser.look("admin-account-foreign")
    browser.expect("There is no such account, or it is not yours to keep")


def story_posts_offices_absences_and_rules_are_looked_at(town):
    browser = town.sit(ADMINISTRATOR)
    browser.open("/console/admin")
    browser.expect("in the read models")
    browser.press("Posts", ".tabs")
    browser.look("admin-posts")
    browser.expect("kp-abbottabad-cell-clerk", "vacant")
    browser.press("Offices", ".tabs")
    browser.look("admin-offices")
    assert browser.texts("ul.tree ul ul ul li strong"), "the tree of offices has no branches"
    browser.press("Absences", ".tabs")
    browser.look("admin-absences")
    browser.expect("Whoever keeps the programme as a file")
    browser.press("Rules", ".tabs")
    browser.look("admin-definitions")
    browser.press("Complaint", "main")
    browser.look("admin-definition")
    browser.expect("The checks found nothing", "Being sorted")
    wide = browser.driver.execute_script("return document.querySelector('.diagram img').naturalWidth")
    assert wide > 0, "the diagram is not drawn"


def far_day(town):
    """A day years ahead, another for each story that is walked."""
    return date.today() + timedelta(days=1000 + int(town.nonce, 16) % 20000)


def story_an_absence_is_entered_and_taken_back(town):
    first = far_day(town)
    browser = town.sit(ADMINISTRATOR)
    browser.open("/console/admin/absences")
    browser.press("Enter an absence", "main")
    browser.look("admin-absence")
    browser.fill("Who is away", "u-226")
    browser.fill("First day away", first.isoformat())
    browser.fill("Last day away", (first + timedelta(days=6)).isoformat())
    browser.fill("Who stands in", "u-226")
    browser.press("Show what it does", "main")
    browser.look("admin-absence-refused")
    browser.expect("Nobody stands in for themselves")
    browser.fill("Who stands in", "u-225")
    browser.press("Show what it does", "main")
    browser.look("admin-absence-preview")
    browser.expect("u-226 is away from", "u-225 sits in these posts meanwhile", "kp-scheme-1-sub-divisional-officer")
    browser.expect("Drinking water scheme 1", "judges nothing that is about u-226")
    browser.press("Publish under your name", "main")
    browser.look("admin-absences-entered")
    browser.expect("u-225", f"published by {town.account(ADMINISTRATOR)}")

    # Midnight in the province.
    begins = f"{first - timedelta(days=1)}T19:00:00.000Z"
    row = f"td:has(a[href*='from={begins}'])"
    browser.press("End sooner", row)
    browser.fill("First day back", first.isoformat())
    browser.press("Show what it does", "main")
    browser.look("admin-return-preview")
    browser.expect("is taken back before it begins")
    browser.press("Publish under your name", "main")
    browser.look("admin-absences-ended")
    assert not browser.texts(row), browser.text


def story_a_post_changes_hands_and_is_left_vacant(town):
    post, day = "kp-vc-3-secretary", far_day(town).isoformat()
    browser = town.sit(ADMINISTRATOR)
    browser.open("/console/admin/posts")
    browser.press(post, "main")
    browser.look("admin-seat")
    browser.fill("Who is to sit there", "u-225")
    browser.fill("From", day)
    browser.press("Show what it does", "main")
    browser.look("admin-seat-preview")
    browser.expect(f"u-225 sits in {post}", "u-243 leaves it then")
    browser.press("Publish under your name", "main")
    browser.expect(f"published by {town.account(ADMINISTRATOR)}")

    browser.press(post, "main")
    browser.fill("Nobody is to sit there", True)
    browser.fill("From", day)
    browser.press("Show what it does", "main")
    browser.look("admin-seat-vacant")
    browser.expect(f"nobody sits in {post}", "What was planned from that day on is dropped: u-225")
    # The clerk of the cell takes in what the secretary took in; nobody there handles it.
    browser.expect("kp-abbottabad-cell-clerk", "Nobody else has these of its roles for its office: handler")
    browser.press("Publish under your name", "main")
    browser.look("admin-posts-vacant")


def story_who_is_elsewhere_is_somebody_elses_to_change(town):
    browser = town.sit(ADMINISTRATOR)
    browser.open("/console/admin/absences/new?user=u-104&first=2040-01-02&last=2040-01-03")
    browser.look("admin-absence-foreign")
    browser.expect_not("Publish under your name")
    own = town.account(ADMINISTRATOR)
    browser.open(f"/console/admin/absences/new?user={own}&first=2040-01-02&last=2040-01-03")
    browser.expect_not("Publish under your name")
    browser.open("/console/admin/posts/kh-1208-one-window")
    browser.look("admin-seat-foreign")
    browser.expect_not("Publish under your name", "Show what it does")
