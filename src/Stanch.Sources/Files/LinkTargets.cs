namespace Stanch.Sources.Files;

/// <summary>Where links lead.</summary>
internal static class LinkTargets
{
    /// <summary>The full path of a link's final target; null where there is none or the links go round in a circle.</summary>
    public static string? Resolve(string link)
    {
        try
        {
            var target = new FileInfo(link).ResolveLinkTarget(returnFinalTarget: true);
            return target is { Exists: true } || (target is not null && Directory.Exists(target.FullName)) ? target.FullName : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
