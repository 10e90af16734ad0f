// Small helps; every page works without them.
"use strict";

// A page about somebody is not shown again when Back brings it out of the browser's memory, but asked for anew: who holds the device
// now may be somebody else, and what was sent is not sent again.
const own = document.querySelector("[data-own]");
if (own) {
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    document.body.hidden = true;
    location.replace(own.dataset.own);
  });
}

// Forms: say before half-typed work is lost, and send only once.
for (const form of document.querySelectorAll("form[method=post]")) {
  let isDirty = false;
  let isSent = false;
  form.addEventListener("input", () => { isDirty = true; });
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  window.addEventListener("beforeunload", (event) => { if (isDirty && !isSent && !document.body.hidden) event.preventDefault(); });
  // Back from the cache of the browser it may be sent again.
  window.addEventListener("pageshow", () => { isSent = false; });
}

// What must be put right is read out first.
document.querySelector("[role=alert]")?.scrollIntoView({ block: "center" });

// Lists: j and k go down and up, Enter opens, / looks for a case.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const rows = [...document.querySelectorAll("table.queue th a")];
  const place = rows.indexOf(document.activeElement);
  if (event.key === "j" && rows.length) rows[Math.min(place + 1, rows.length - 1)].focus();
  else if (event.key === "k" && rows.length) rows[Math.max(place - 1, 0)].focus();
  else if (event.key === "/") { document.getElementById("find")?.focus(); event.preventDefault(); }
});

// A form that is filled in over a bad connection is kept on this device until it is sent.
const draft = document.querySelector("form[data-draft]");
if (draft) {
  const name = "draft-" + draft.dataset.draft;
  const fields = () => [...draft.elements].filter((field) => field.name.startsWith("field."));
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "{}");
    for (const field of fields()) {
      if (!(field.name in kept)) continue;
      if (field.type === "checkbox") field.checked = kept[field.name] === true;
      else if (!field.value || field.tagName === "SELECT") field.value = kept[field.name];
    }
    draft.addEventListener("input", () => {
      const values = Object.fromEntries(fields().map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]));
      localStorage.setItem(name, JSON.stringify(values));
    });
  } catch { /* storage may be forbidden: then nothing is kept */ }
}
// It was sent: nothing of it stays behind.
if (location.pathname === "/receipt") {
  try { for (const name of Object.keys(localStorage)) if (name.startsWith("draft-")) localStorage.removeItem(name); } catch { /* as above */ }
}

// A list follows what happens: when something has moved it is fetched again, and whoever is in a line stays in it.
const live = document.querySelector("[data-live]");
if (live && window.EventSource) {
  const status = document.querySelector("[data-news]");
  let isWaiting = false;
  const refresh = async () => {
    isWaiting = false;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]");
    if (!found || found.innerHTML === live.innerHTML) return;
    const line = live.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    live.replaceChildren(...found.childNodes);
    if (line) live.querySelector(`a[href="${CSS.escape(line)}"]`)?.focus();
    status.textContent = status.dataset.news;
  };
  // However much happens, it is fetched once in five seconds at most, and not while nobody looks.
  new EventSource(live.dataset.live).addEventListener("moved", () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => { if (document.hidden) document.addEventListener("visibilitychange", refresh, { once: true }); else refresh(); }, 5000);
  });
}
