namespace Stanch.Sources.Git;

/// <summary>One secret at one path, through its life.</summary>
/// <param name="Path">Number in the table of paths.</param>
/// <param name="Blob">The version to show: the newest where it stands at a head, else the one that brought it.</param>
internal readonly record struct SecretPlace(int Path, int Identity, Lifespan Life, ObjectId Blob);
