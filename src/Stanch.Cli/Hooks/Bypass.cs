using System.Globalization;

namespace Stanch.Cli.Hooks;

/// <summary>
/// A pusher's wish to be let through: <c>git push -o stanch.bypass=REASON</c>. See https://git-scm.com/docs/githooks#pre-receive for how git hands
/// push options on. Whether it is granted is the server's to say.
/// </summary>
internal static class Bypass
{
    private const string Option = "stanch.bypass";
    private const int MostOptions = 1000;
    private const int LongestReason = 1000;

    /// <summary>The reason that was given, which may be empty; null where nobody asked.</summary>
    public static string? Requested(Invocation here)
    {
        if (!int.TryParse(here.Variable("GIT_PUSH_OPTION_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        for (var i = 0; i < Math.Min(count, MostOptions); i++)
        {
            var option = here.Variable(string.Create(CultureInfo.InvariantCulture, $"GIT_PUSH_OPTION_{i}")) ?? "";
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? option : option[..equals];
            if (name.Trim() != Option) continue;
            var reason = equals < 0 ? "" : option[(equals + 1)..].Trim();
            return reason.Length > LongestReason ? reason[..LongestReason] : reason;
        }

        return null;
    }
}
