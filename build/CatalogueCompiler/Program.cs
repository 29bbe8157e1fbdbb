using Stanch.CatalogueCompiler;

if (args is not [("patterns" or "catalogue") and var what, var directory, var output])
{
    Console.Error.WriteLine("usage: CatalogueCompiler patterns|catalogue CATALOGUE_DIRECTORY OUTPUT_DIRECTORY");
    return 2;
}
var catalogue = CompiledCatalogue.Read(directory);
foreach (var error in catalogue.Errors)
    // The form that MSBuild and editors read as an error with its place.
    Console.Error.WriteLine($"{error.File}({error.Line},{error.Column}): error CATALOGUE: {error.Message}");
if (catalogue.Errors.Count > 0)
    return 1;
Directory.CreateDirectory(output);
if (what == "patterns")
{
    OutputFile.Write(Path.Combine(output, "BuiltInPatterns.g.cs"), PatternsWriter.Write(catalogue));
}
else
{
    OutputFile.Write(Path.Combine(output, "CompiledDetectors.g.cs"), DetectorsWriter.Write(catalogue));
    OutputFile.Write(Path.Combine(output, "guides.json"), catalogue.Guides());
    var (table, index) = catalogue.Keywords();
    OutputFile.Write(Path.Combine(output, "keywords.bin"), table);
    OutputFile.Write(Path.Combine(output, "keyword-index.bin"), index);
}
return 0;
