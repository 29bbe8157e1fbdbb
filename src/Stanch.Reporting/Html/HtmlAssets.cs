using System.Text;
using Stanch.Detection.Hashing;

namespace Stanch.Reporting.Html;

/// <summary>The style and the script of the page. Both are the same in every report, so the policy of the page can name them by their hash and allow nothing else.</summary>
internal static class HtmlAssets
{
    public static string Style { get; } = """

        :root { color-scheme: light dark; --ground: #fbfaf8; --card: #fff; --ink: #1d1c1a; --quiet: #5d5a55; --line: #dedad3;
          --alarm: #b3261e; --warn: #855300; --note: #1a5fa8; --good: #276b34; --mark: #ffe2dc; }
        @media (prefers-color-scheme: dark) { :root { --ground: #161513; --card: #201f1c; --ink: #ece9e4; --quiet: #a9a49b; --line: #3a3833;
          --alarm: #ff8a80; --warn: #f0b95a; --note: #8abcf5; --good: #86cf92; --mark: #5c2620; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
        header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
        header { padding-top: 2.5rem; }
        footer { padding-block: 2rem 3rem; color: var(--quiet); }
        h1 { overflow-wrap: anywhere; font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
        h2 { font-size: 1.25rem; margin: 2.25rem 0 .75rem; }
        h3 { font-size: 1.1rem; margin: 0; overflow-wrap: anywhere; }
        p { margin: .35rem 0; }
        code, pre { font: .875rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
        code { overflow-wrap: anywhere; }
        pre { margin: .4rem 0 .6rem; padding: .6rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--ground); border: 1px solid var(--line); border-radius: .4rem; }
        pre .number { color: var(--quiet); user-select: none; }
        mark { background: var(--mark); color: inherit; padding: .05em .15em; border-radius: .2em; font-weight: 600; }
        .quiet { color: var(--quiet); }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
        form { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end; padding: 1rem; margin: 1.5rem 0; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
        form[hidden] { display: none; }
        fieldset { border: 0; margin: 0; padding: 0; display: flex; gap: .9rem; flex-wrap: wrap; }
        legend, .label { font-size: .85rem; color: var(--quiet); padding: 0; display: block; }
        input[type=search] { font: inherit; padding: .35rem .6rem; min-width: 16rem; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: .4rem; }
        #count { margin-inline-start: auto; }
        .findings { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; }
        .finding { background: var(--card); border: 1px solid var(--line); border-inline-start: .3rem solid var(--note); border-radius: .6rem; padding: 1rem 1.25rem; break-inside: avoid; }
        .finding.confirmed { border-inline-start-color: var(--alarm); }
        .finding.likely { border-inline-start-color: var(--warn); }
        .finding.ignored { border-inline-start-color: var(--line); }
        .finding[hidden] { display: none; }
        .confirmed .evidence, .blocking { color: var(--alarm); font-weight: 600; }
        .likely .evidence { color: var(--warn); font-weight: 600; }
        .review .evidence { color: var(--note); font-weight: 600; }
        dl { display: grid; grid-template-columns: 5rem 1fr; gap: .35rem 1rem; margin: .75rem 0 0; }
        dt { color: var(--quiet); }
        dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
        dd + dd { grid-column: 2; }
        .good { color: var(--good); }
        :focus-visible { outline: .15rem solid var(--note); outline-offset: .15rem; }
        @media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: .1rem; } dd + dd { grid-column: 1; } dt { margin-top: .4rem; } #count { margin: 0; } }
        @media print { form, .skip { display: none !important; } body { background: none; font-size: 10pt; } .finding { border-color: #999; } }

        """.ReplaceLineEndings("\n");

    public static string Script { get; } = """

        "use strict";
        (() => {
          const form = document.getElementById("filter");
          const search = document.getElementById("search");
          const count = document.getElementById("count");
          const findings = [...document.querySelectorAll(".finding")].map(element => ({ element, text: element.textContent.toLowerCase() }));
          const chosen = name => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map(box => box.value));
          const apply = () => {
            const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
            const evidence = chosen("evidence"), severity = chosen("severity"), blocking = form.elements.blocking.checked;
            let shown = 0;
            for (const { element, text } of findings) {
              const data = element.dataset;
              const fits = evidence.has(data.evidence) && severity.has(data.severity) && (!blocking || data.blocking === "true")
                && words.every(word => text.includes(word));
              element.hidden = !fits;
              if (fits) shown++;
            }
            count.textContent = `${shown} of ${findings.length} shown`;
          };
          form.hidden = false;
          form.addEventListener("input", apply);
          form.addEventListener("reset", () => setTimeout(apply));
          form.addEventListener("submit", event => event.preventDefault());
          document.addEventListener("keydown", event => {
            if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && document.activeElement !== search) {
              event.preventDefault();
              search.focus();
            }
          });
          apply();
        })();

        """.ReplaceLineEndings("\n");

    /// <summary>Nothing is loaded, sent or framed; only this style and this script count.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string content) => $"sha256-{Convert.ToBase64String(Sha256.Hash(Encoding.UTF8.GetBytes(content)))}";
}
