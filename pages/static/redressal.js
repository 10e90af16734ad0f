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
  form.addEventListener("reset", () => { isDirty = false; });
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

// Lists: j and k go down and up, Enter opens, / looks for a case, ? tells all that. Whoever speaks to their machine turns them off, for
// what is said there comes in as keys (WCAG 2.2, 2.1.4).
const help = document.getElementById("keys");
const keys = {
  get areOff() { try { return localStorage.getItem("keys-off") !== null; } catch { return false; } },
  turn(isOff) {
    try { if (isOff) localStorage.setItem("keys-off", "true"); else localStorage.removeItem("keys-off"); } catch { /* storage may be forbidden */ }
  },
};
document.addEventListener("keydown", (event) => {
  if (keys.areOff || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const rows = [...document.querySelectorAll("table.queue th a")];
  const place = rows.indexOf(document.activeElement);
  if (event.key === "j" && rows.length) rows[Math.min(place + 1, rows.length - 1)].focus();
  else if (event.key === "k" && rows.length) rows[Math.max(place - 1, 0)].focus();
  else if (event.key === "/") { document.getElementById("find")?.focus(); event.preventDefault(); }
  else if (event.key === "?" && help) { help.open = true; help.querySelector("summary").focus(); }
});
const turn = help?.querySelector("button");
if (turn) {
  const name = () => { turn.textContent = keys.areOff ? turn.dataset.on : turn.dataset.off; };
  turn.addEventListener("click", () => { keys.turn(!keys.areOff); name(); });
  turn.closest("[hidden]").hidden = false;
  name();
}

// A form that is filled in over a bad connection is kept on this device until it is sent, for a day, and without who fills it in.
const kept = {
  longest: 24 * 60 * 60 * 1000, // milliseconds
  names: () => Object.keys(localStorage).filter((name) => name.startsWith("draft-")),
  read(name) {
    try { return JSON.parse(localStorage.getItem(name)) ?? {}; } catch { return {}; }
  },
  isOver(name) {
    const age = Date.now() - this.read(name).at;
    return !(age >= 0 && age < this.longest);
  },
  remove(names) { for (const name of names) localStorage.removeItem(name); },
};
try {
  // It was sent, or somebody else may hold the device by now.
  kept.remove(location.pathname === "/receipt" ? kept.names() : kept.names().filter((name) => kept.isOver(name)));
} catch { /* storage may be forbidden: then nothing is kept */ }
const draft = document.querySelector("form[data-draft]");
if (draft) {
  const name = "draft-" + draft.dataset.draft;
  const back = draft.querySelector("[data-back]");
  const secret = draft.dataset.unkept.split(" ");
  const fields = [...draft.elements].filter((field) =>
    field.name.startsWith("field.") && !secret.includes(field.name) && !["file", "hidden"].includes(field.type));
  const value = (field) => (field.type === "checkbox" ? field.checked : field.value);
  try {
    const typed = kept.read(name).fields ?? {};
    for (const field of fields) {
      if (!(field.name in typed) || typed[field.name] === value(field)) continue;
      if (field.type === "checkbox") field.checked = typed[field.name] === true;
      else if (!field.value || field.tagName === "SELECT") field.value = typed[field.name];
      else continue;
      back.hidden = false;
    }
    draft.addEventListener("input", () => {
      const typed = Object.fromEntries(fields.map((field) => [field.name, value(field)]));
      localStorage.setItem(name, JSON.stringify({ at: Date.now(), fields: typed }));
    });
    back.querySelector("button").addEventListener("click", () => {
      localStorage.removeItem(name);
      draft.reset();
      back.hidden = true;
      document.querySelector("h1").scrollIntoView();
      fields[0]?.focus();
    });
  } catch { /* as above */ }
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
