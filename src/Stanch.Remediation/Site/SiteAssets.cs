using Stanch.Remediation.Guides.Html;

namespace Stanch.Remediation.Site;

/// <summary>The files that the pages share.</summary>
internal static class SiteAssets
{
    public static string Style => HtmlAssets.Style.TrimStart('\n');

    public static string Script => HtmlAssets.Script.TrimStart('\n');

    /// <summary>The search of the first page; the header's form of the others leads there.</summary>
    public static string Search { get; } = """
        "use strict";
        (() => {
          const most = 50;
          const box = document.getElementById("q"), found = document.getElementById("found"), list = document.getElementById("list"), count = document.getElementById("count");
          const all = window.guides.map(([id, name, provider, variables]) => ({ id, name, provider, text: `${name} ${provider} ${id} ${variables}`.toLowerCase(), start: `${name} ${provider}`.toLowerCase() }));
          const search = () => {
            const words = box.value.toLowerCase().split(/[\s,]+/).filter(Boolean);
            const hits = words.length === 0 ? [] : all.filter(guide => words.every(word => guide.text.includes(word)));
            hits.sort((a, b) => b.start.startsWith(words[0]) - a.start.startsWith(words[0]) || a.name.localeCompare(b.name));
            found.hidden = words.length === 0;
            count.textContent = hits.length > most ? `${hits.length} guides, the first ${most} of them:` : hits.length === 1 ? "1 guide" : `${hits.length} guides`;
            list.replaceChildren(...hits.slice(0, most).map(guide => {
              const item = document.createElement("li"), link = document.createElement("a"), provider = document.createElement("span");
              link.href = `guide/${guide.id}.html`;
              link.textContent = guide.name;
              provider.className = "quiet";
              provider.textContent = ` ${guide.provider}`;
              item.append(link, provider);
              return item;
            }));
          };
          box.value = new URLSearchParams(location.search).get("q") ?? "";
          box.addEventListener("input", search);
          box.form.addEventListener("submit", event => {
            event.preventDefault();
            search();
            list.querySelector("a")?.focus();
          });
          document.addEventListener("keydown", event => {
            if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && document.activeElement !== box) {
              event.preventDefault();
              box.focus();
            }
          });
          search();
        })();

        """.ReplaceLineEndings("\n");
}
