using System.Text;
using Stanch.Detection.Hashing;

namespace Stanch.Remediation.Guides.Html;

/// <summary>The style and the scripts of the pages: the same on every one, so that a page's policy can name them and allow nothing else.</summary>
internal static class HtmlAssets
{
    public static string Style { get; } = $$"""

        :root { color-scheme: light dark; --ground: #fbfaf8; --card: #fff; --ink: #1d1c1a; --quiet: #5d5a55; --line: #dedad3; --link: #1a5fa8; --mark: #e4ecf7; }
        @media (prefers-color-scheme: dark) { :root { --ground: #161513; --card: #201f1c; --ink: #ece9e4; --quiet: #a9a49b; --line: #3a3833; --link: #8abcf5; --mark: #1f3350; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 system-ui, -apple-system, "Segoe UI", sans-serif; }
        header, main, footer { max-width: 52rem; margin: 0 auto; padding: 0 1.25rem; }
        header { padding-top: 1.25rem; display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; justify-content: space-between; }
        footer { padding-block: 2.5rem; color: var(--quiet); }
        h1 { overflow-wrap: anywhere; font-size: 1.9rem; line-height: 1.25; margin: 1.5rem 0 .75rem; }
        h2 { font-size: 1.3rem; margin: 2.25rem 0 .5rem; }
        h2 small { font-weight: normal; font-size: .85rem; color: var(--quiet); }
        h3 { font-size: 1.1rem; margin: 1.75rem 0 .25rem; }
        h4 { font-size: .95rem; margin: .75rem 0 0; }
        p { margin: .5rem 0; overflow-wrap: anywhere; }
        li { margin: .25rem 0; overflow-wrap: anywhere; }
        a { color: var(--link); }
        code, pre { font: .875rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
        pre { position: relative; margin: .4rem 0 .6rem; padding: .7rem .9rem; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--card); border: 1px solid var(--line); border-radius: .4rem; tab-size: 4; }
        dl { margin: .5rem 0; }
        dl div { display: grid; grid-template-columns: 11rem 1fr; gap: .25rem 1rem; margin: .35rem 0; }
        dt { color: var(--quiet); }
        dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
        .quiet, .tool { color: var(--quiet); }
        .tool { font-size: .875rem; margin-bottom: 0; }
        .general { font-size: .8rem; padding: .1rem .45rem; border: 1px solid var(--quiet); border-radius: 1rem; }
        .contents ul, .columns { columns: 15rem; padding-inline-start: 1.25rem; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
        .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .tabs { border: 0; border-bottom: 1px solid var(--line); margin: 1rem 0; padding: 0; display: flex; flex-wrap: wrap; }
        .tabs legend { padding: 0; color: var(--quiet); font-size: .875rem; }
        .tabs input { position: absolute; opacity: 0; }
        .tabs span { display: block; padding: .35rem .75rem; cursor: pointer; border-radius: .4rem .4rem 0 0; }
        .tabs input:checked + span { background: var(--mark); font-weight: 600; }
        .tabs input:focus-visible + span { outline: .15rem solid var(--link); outline-offset: -.15rem; }
        input[type=search], button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--quiet); border-radius: .4rem; padding: .3rem .7rem; }
        .copy { position: absolute; top: .35rem; right: .35rem; font-size: .8rem; padding: .1rem .5rem; }
        :focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }
        @supports selector(:has(*)) {
        {{HtmlSnippets.Style}}}
        @media (max-width: 40rem) { dl div { grid-template-columns: 1fr; gap: 0; } }
        @media print { header form, .skip, .tabs, .copy, .contents { display: none !important; } body { background: none; color: #000; font-size: 10pt; } pre { break-inside: avoid; } a { color: inherit; } }

        """.ReplaceLineEndings("\n");

    /// <summary>Copy buttons, and the language that was chosen last. Pages are whole without it.</summary>
    public static string Script { get; } = """

        "use strict";
        (() => {
          const said = document.createElement("p");
          said.className = "visually-hidden";
          said.setAttribute("role", "status");
          document.querySelector("main").append(said);
          for (const pre of navigator.clipboard ? document.querySelectorAll("pre") : []) {
            const button = document.createElement("button");
            button.type = "button";
            button.className = "copy";
            button.textContent = "Copy";
            button.addEventListener("click", async () => {
              await navigator.clipboard.writeText(pre.querySelector("code").textContent);
              said.textContent = "Copied";
              button.textContent = "Copied";
              setTimeout(() => { button.textContent = "Copy"; said.textContent = ""; }, 2000);
            });
            pre.append(button);
          }
          const store = { get: () => { try { return localStorage.getItem("language"); } catch { return null; } }, set: id => { try { localStorage.setItem("language", id); } catch { } } };
          const chosen = store.get() && document.getElementById(store.get());
          if (chosen && chosen.name === "language") chosen.checked = true;
          for (const radio of document.querySelectorAll("input[name=language]")) radio.addEventListener("change", () => store.set(radio.id));
        })();

        """.ReplaceLineEndings("\n");

    /// <summary>For a page that holds both itself: nothing is loaded, sent or framed; only this style and this script count.</summary>
    public static string OwnPolicy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string content) => $"sha256-{Convert.ToBase64String(Sha256.Hash(Encoding.UTF8.GetBytes(content)))}";
}
