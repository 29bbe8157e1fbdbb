namespace Stanch.Cli.Hooks;

/// <summary>
/// What a hook says to the person whose commit or push it looks at. GitLab shows in its pages only lines that start with its own mark: see
/// https://docs.gitlab.com/administration/server_hooks/#custom-error-messages.
/// </summary>
internal sealed class HookVoice(TextWriter output, Func<string, string?> variable)
{
    private const string GitLabMark = "GL-HOOK-ERR: ";

    private readonly bool _isGitLab = variable("GL_REPOSITORY") is { Length: > 0 } || variable("GL_PROTOCOL") is { Length: > 0 };
    private readonly bool _isPage = variable("GL_PROTOCOL") == "web";

    public static HookVoice Of(Invocation here) => new(here.Terminal.Error, here.Variable);

    public void Line(string text = "") => output.WriteLine(_isPage ? (GitLabMark + text).TrimEnd() : text);

    /// <summary>The sentence that has to arrive, whatever else is shown.</summary>
    public void Headline(string text)
    {
        output.WriteLine(_isGitLab ? GitLabMark + text : text);
    }
}
