"use strict";
// Filters, keys and decisions. The page is complete without this.
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const findings = all(".finding");
  const form = byId("filters");
  const decisions = load();

  // Decisions are kept in the browser by fingerprint; a browser that keeps nothing still exports.
  function load() {
    try {
      const kept = JSON.parse(localStorage.getItem("claimdiff-decisions") || "{}");
      return Object.assign(Object.create(null), kept);
    } catch {
      return Object.create(null);
    }
  }
  function save() {
    try {
      localStorage.setItem("claimdiff-decisions", JSON.stringify(decisions));
    } catch {
      byId("said").value = "This browser does not keep decisions; save them before closing the page.";
    }
  }

  // Filters.
  const texts = new Map(findings.map((f) => [f, f.textContent.toLowerCase()]));
  const kinds = [...new Set(findings.map((f) => f.dataset.kind))].sort();
  for (const kind of kinds) byId("kind").add(new Option(kind, kind));
  function filter() {
    const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = new Set(all("[name=verdict]:checked", form).map((box) => box.value));
    const [severity, kind, source, decided] = ["severity", "kind", "source", "decided"].map((id) => byId(id).value);
    let shown = 0;
    for (const f of findings) {
      const decision = (decisions[f.dataset.id] || {}).decision || "open";
      const fits =
        verdicts.has(f.dataset.verdict) &&
        (!severity || f.dataset.severity === severity) &&
        (!kind || f.dataset.kind === kind) &&
        (!source || f.dataset.sources.split(" ").includes(source)) &&
        (!decided || decision === decided) &&
        words.every((word) => texts.get(f).includes(word));
      f.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const heading of all("h3.group")) {
      let next = heading.nextElementSibling;
      let any = false;
      while (next && next.classList.contains("finding")) {
        any = any || !next.hidden;
        next = next.nextElementSibling;
      }
      heading.hidden = !any;
    }
    byId("shown").value = `${shown} of ${findings.length} findings shown`;
  }
  form.addEventListener("input", filter);
  byId("reset").addEventListener("click", () => {
    for (const box of all("[name=verdict]", form)) box.checked = true;
    for (const id of ["search", "severity", "kind", "source", "decided"]) byId(id).value = "";
    filter();
  });

  // A link to a finding that a filter hides shows it.
  function reveal() {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.classList.contains("finding")) {
      target.hidden = false;
      target.focus({ preventScroll: true });
    }
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);

  // Decisions.
  function show(finding) {
    const kept = decisions[finding.dataset.id] || {};
    for (const button of all("[data-decision]", finding)) {
      button.setAttribute("aria-pressed", String(button.dataset.decision === kept.decision));
    }
    const note = finding.querySelector(".decide input");
    if (note.value !== (kept.note || "")) note.value = kept.note || "";
  }
  function decide(finding, decision) {
    const kept = decisions[finding.dataset.id] || {};
    const note = finding.querySelector(".decide input").value;
    if (kept.decision === decision) delete decisions[finding.dataset.id];
    else decisions[finding.dataset.id] = { decision, note };
    save();
    show(finding);
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-decision]");
    if (button) decide(button.closest(".finding"), button.dataset.decision);
  });
  document.addEventListener("change", (event) => {
    const finding = event.target.closest(".decide") && event.target.closest(".finding");
    if (!finding) return;
    const kept = decisions[finding.dataset.id];
    if (kept) {
      kept.note = event.target.value;
      save();
    }
  });

  // Export. JSON strings are TOML basic strings, but for a lone surrogate and DEL.
  const quoted = (text) => JSON.stringify(text.toWellFormed ? text.toWellFormed() : text).replace(/\x7f/g, "\\u007f");
  const question = (finding) => finding.querySelector(".question span").textContent;
  function toml() {
    const entries = findings
      .filter((f) => decisions[f.dataset.id])
      .map((f) => {
        const { decision, note } = decisions[f.dataset.id];
        return `[[decision]]\nfingerprint = ${quoted(f.dataset.id)}\ndecision = ${quoted(decision)}\nnote = ${quoted(note || "")}\nquestion = ${quoted(question(f))}\n`;
      });
    return `# Decisions on findings of claimdiff; read back by: claimdiff check --decisions decisions.toml\n\n${entries.join("\n")}`;
  }
  const escaped = (text) => text.replace(/\s+/g, " ").trim().replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
  function markdown() {
    const blocks = findings
      .filter((f) => !f.hidden)
      .map((f) => {
        const lines = [`### ${escaped(question(f))} (${f.dataset.verdict})`, "", escaped(f.querySelector(".summary").textContent), ""];
        for (const value of all(".value", f)) {
          lines.push(`- **${escaped(value.querySelector("h4").textContent)}**`);
          for (const item of all("li", value)) {
            const who = escaped(item.querySelector(".source b").textContent);
            lines.push(`  - ${who}: “${escaped(item.querySelector("mark").textContent)}” (${escaped(item.querySelector(".place").textContent)})`);
          }
        }
        const kept = decisions[f.dataset.id];
        if (kept) lines.push("", `Decision: ${kept.decision}. ${escaped(kept.note || "")}`.trim());
        return lines.join("\n");
      });
    return blocks.join("\n\n") + "\n";
  }
  function put(text) {
    const out = byId("out");
    out.value = text;
    out.focus();
    out.select();
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => (byId("said").value = "Copied."), () => {});
  }
  byId("show").addEventListener("click", () => put(toml()));
  byId("markdown").addEventListener("click", () => put(markdown()));
  byId("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([toml()], { type: "application/toml" }));
    link.download = "decisions.toml";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
  byId("forget").addEventListener("click", () => {
    if (!confirm("Forget the decisions on all findings of this page?")) return;
    for (const f of findings) {
      delete decisions[f.dataset.id];
      show(f);
    }
    save();
  });

  // Keys: single letters only while wanted and never while typing.
  function step(by) {
    const shown = findings.filter((f) => !f.hidden);
    const at = shown.indexOf(document.activeElement && document.activeElement.closest(".finding"));
    const next = shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "start" });
    }
  }
  const letters = { c: "confirmed", d: "dismissed", r: "resolved" };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement === byId("search")) {
      byId("search").value = "";
      filter();
    }
    if (!byId("keys").checked || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    const finding = document.activeElement && document.activeElement.closest(".finding");
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") byId("search").focus();
    else if (finding && letters[event.key]) decide(finding, letters[event.key]);
    else return;
    event.preventDefault();
  });

  // Printed, everything is open.
  addEventListener("beforeprint", () => all("details").forEach((d) => (d.open = true)));

  for (const finding of findings) {
    finding.querySelector(".decide").hidden = false;
    show(finding);
  }
  form.hidden = false;
  byId("export").hidden = false;
  filter();
  if (location.hash) reveal();
})();
