namespace Stanch.Sources.Git.Packs;

/// <summary>The objects of one directory that are files of their own, named by their ids.</summary>
internal sealed class LooseObjects(string directory, int idLength)
{
    private const int FolderDigits = 2;

    /// <summary>Every file whose name is an id, whatever is in it.</summary>
    public IEnumerable<ObjectId> List()
    {
        for (var first = 0; first < 256; first++)
        {
            var folder = Path.Combine(directory, first.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
            foreach (var file in Files(folder))
            {
                var hex = Path.GetFileName(folder) + Path.GetFileName(file);
                if (hex.Length == 2 * idLength && ObjectId.TryParse(hex, out var id)) yield return id;
            }
        }
    }

    public bool Holds(ObjectId id) => File.Exists(PathOf(id));

    public string PathOf(ObjectId id)
    {
        var hex = id.ToString();
        return Path.Combine(directory, hex[..FolderDigits], hex[FolderDigits..]);
    }

    private static string[] Files(string folder)
    {
        try
        {
            return Directory.GetFiles(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Most often it is not there. What cannot be listed is named where history leads to it.
            return [];
        }
    }
}
