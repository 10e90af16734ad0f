"""Files a request through Open311 and reads it back, with two clients that others wrote.

Usage: file_and_read.py PORT KEY OTHER_KEY

Prints what was seen as JSON. `three` is of the days of Python 2: the one name of its time that it imports is given back.
"""

import itertools
import json
import sys
import urllib.parse

itertools.ifilter = filter

import georeport.georeport as georeport  # noqa: E402
import three  # noqa: E402


def xml_client(root: str, key: str) -> georeport.GeoReport:
    """A reader of XML that shows a key, which its own calls do not know of when they look."""
    session = georeport.requests.Session()
    session.params = {"api_key": key}
    georeport.requests.get = session.get
    return georeport.GeoReport(root, jurisdiction="kp-abbottabad", output_format="xml")


def main() -> None:
    port, key, other = sys.argv[1:]
    site = f"http://127.0.0.1:{port}/open311"
    client = three.Three(f"{site}/v2", api_key=key, discovery=f"{site}/discovery.json", jurisdiction="kp-abbottabad")
    endpoint = urllib.parse.urlsplit(client.discovery()["endpoints"][0]["url"])
    services = {service["service_code"]: service for service in client.services()}
    attributes = client.services("drinking-water")["attributes"]
    filed = client.post(
        "drinking-water", name="Sana Khan", phone="+92 300 5550181", address="Main Bazaar, Abbottabad",
        lat="34.15", long="73.21", description="The pump at the corner is dry", **{"attribute[LANGUAGE]": "en"})
    number = filed[0]["service_request_id"]
    refused = client.post("drinking-water", description="Without a place")
    wrong = client.post("drinking-water", description="x", address="y", api_key="wrong")

    reader = xml_client(f"{site}/v2", key)
    print(json.dumps({
        "discovered": endpoint.path,
        "service": services["drinking-water"]["service_name"],
        "asked": [attribute["code"] for attribute in attributes],
        "number": number,
        "notice": filed[0]["service_notice"],
        "token": client.token(number, api_key=key)[0]["service_request_id"],
        "shown": client.request(number, api_key=key)[0],
        "listed": [request["service_request_id"] for request in client.requests(api_key=key)],
        "open": len(client.requests("drinking-water", status="open", api_key=key)),
        "closed": len(client.requests("drinking-water", status="closed", api_key=key)),
        "others": [len(client.requests(api_key=other)), client.request(number, api_key=other)[0]["code"]],
        "nobodys": client.requests()[0]["code"],
        "refused": refused[0]["code"],
        "wrong": wrong[0]["code"],
        "xml": reader.get_service_request(number),
        "xml_services": len(reader.get_service_list()),
    }))


if __name__ == "__main__":
    main()
