namespace Stanch.Sources.Git.Trees;

/// <summary>What an entry of a tree or of the index is: all that git tells apart. The numbers are the type bits, in octal 04, 10, 12, 16.</summary>
internal enum EntryMode
{
    None = 0,
    Tree = 4,
    File = 8,
    Executable = 9,
    Link = 10,
    Submodule = 14,
}
