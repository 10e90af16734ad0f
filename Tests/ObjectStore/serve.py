"""An S3 server for tests on a free loopback port: one bucket, and keys whose signatures it checks.

Usage: serve.py BUCKET

Prints a line of JSON once it answers: port, region, and two pairs of keys, `writer` that may do everything in the bucket and
`reader` that may only read. Ends when whoever started it has ended. What it keeps is in its memory alone.
"""

import json
import os
import sys
import threading
import time

from moto import settings
from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.responses import ActionAuthenticatorMixin
from moto.iam.models import iam_backends
from moto.s3.models import s3_backends
from moto.server import ThreadedMotoServer

REGION = "eu-central-1"


def key(user: str, actions: list[str], bucket: str) -> dict[str, str]:
    """A pair of keys of a new user, who may do these actions in the bucket."""
    iam = iam_backends[DEFAULT_ACCOUNT_ID]["aws"]
    iam.create_user(REGION, user)
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": actions, "Resource": [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"]}
        ],
    }
    iam.put_user_policy(user, "bucket", json.dumps(policy))
    made = iam.create_access_key(user)
    return {"id": made.access_key_id, "secret": made.secret_access_key}


def main(bucket: str) -> None:
    parent = os.getppid()
    s3_backends[DEFAULT_ACCOUNT_ID]["aws"].create_bucket(bucket, REGION)
    keys = {
        "writer": key("writer", ["s3:*"], bucket),
        "reader": key("reader", ["s3:GetObject", "s3:ListBucket"], bucket),
    }
    # From the first request on every signature counts.
    settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
    ActionAuthenticatorMixin.request_count = 0
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    port = server.get_host_and_port()[1]
    print(json.dumps({"port": port, "region": REGION, **keys}), flush=True)
    while os.getppid() == parent:
        time.sleep(0.5)


if __name__ == "__main__":
    threading.current_thread().name = "object store"
    main(sys.argv[1])
