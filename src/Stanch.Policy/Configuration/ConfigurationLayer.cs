namespace Stanch.Policy;

/// <summary>Whose decision a value is. A later one wins over an earlier one.</summary>
public enum ConfigurationLayer
{
    /// <summary>Nobody's: it is built in.</summary>
    BuiltIn,

    /// <summary>The file that <c>STANCH_CONFIG</c> names.</summary>
    Organisation,

    /// <summary>The user's own file.</summary>
    User,

    /// <summary>The <c>.stanch.yaml</c> at the root of what is scanned. It comes with the scanned tree, and is trusted no more than that.</summary>
    Project,

    /// <summary>A <c>.stanch.yaml</c> in a sub-folder; holds for what is below it.</summary>
    Folder,

    /// <summary>An option of the command line.</summary>
    CommandLine,
}
