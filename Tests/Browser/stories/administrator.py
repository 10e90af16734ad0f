"""What an administrator does: who may come in, who sits where, and which rules hold."""

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

    browser = town.sit(ADMINISTRATOR)
    browser.open(f"/console/admin/accounts/{account}")
    browser.press("Ask for one-time codes", "main")
    browser.look("admin-handover-code")
    browser.expect("otpauth://totp/", "shown once")
    browser.press("On to the account", "main")
    browser.look("admin-account-code")
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
    browser.expect("How to enter one")
    browser.press("Rules", ".tabs")
    browser.look("admin-definitions")
    browser.press("Complaint", "main")
    browser.look("admin-definition")
    browser.expect("The checks found nothing", "Being sorted")
    wide = browser.driver.execute_script("return document.querySelector('.diagram img').naturalWidth")
    assert wide > 0, "the diagram is not drawn"
