// libpq's public header, as Debian's libpq-dev installs it.
#include <libpq-fe.h>

// Swift does not import character-literal macros, so the diagnostic field codes are repeated as constants.
static const int redressal_diag_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int redressal_diag_sqlstate = PG_DIAG_SQLSTATE;
static const int redressal_diag_message = PG_DIAG_MESSAGE_PRIMARY;
static const int redressal_diag_detail = PG_DIAG_MESSAGE_DETAIL;
static const int redressal_diag_hint = PG_DIAG_MESSAGE_HINT;
static const int redressal_diag_constraint = PG_DIAG_CONSTRAINT_NAME;
static const int redressal_diag_table = PG_DIAG_TABLE_NAME;
static const int redressal_diag_column = PG_DIAG_COLUMN_NAME;
