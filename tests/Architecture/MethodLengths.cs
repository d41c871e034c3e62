using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tests.Support;

namespace Tests.Architecture;

/// <summary>How many lines the body of a method has in its file.</summary>
internal sealed record MethodLength(string File, int Line, int Lines);

/// <summary>
/// Measures methods by the debug information of an assembly. Constructors are left out: their instructions span the
/// initial values of all fields; and so is the markup of a Razor file, which its file's length holds.
/// </summary>
internal static class MethodLengths
{
    public static IReadOnlyList<MethodLength> In(string assemblyFile)
    {
        using FileStream assembly = File.OpenRead(assemblyFile);
        using System.Reflection.PortableExecutable.PEReader image = new(assembly);
        using FileStream symbols = File.OpenRead(Path.ChangeExtension(assemblyFile, ".pdb"));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        MetadataReader names = image.GetMetadataReader();
        MetadataReader debug = provider.GetMetadataReader();
        return [.. names.MethodDefinitions
            .Where(handle => names.GetString(names.GetMethodDefinition(handle).Name) is not (".ctor" or ".cctor" or "BuildRenderTree"))
            .Select(handle => Measure(debug, debug.GetMethodDebugInformation(MetadataTokens.MethodDebugInformationHandle(MetadataTokens.GetRowNumber(handle)))))
            .OfType<MethodLength>()];
    }

    private static MethodLength? Measure(MetadataReader debug, MethodDebugInformation method)
    {
        SequencePoint[] points = [.. method.GetSequencePoints().Where(point => !point.IsHidden)];
        if (points.Length == 0) { return null; }
        string path = debug.GetString(debug.GetDocument(points[0].Document).Name);
        string file = Path.GetRelativePath(Repository.Root, path);
        bool isOurs = !file.StartsWith("..", StringComparison.Ordinal) && !file.StartsWith("artifacts", StringComparison.Ordinal) && File.Exists(path);
        int first = points.Min(point => point.StartLine);
        return isOurs ? new MethodLength(file, first, points.Max(point => point.EndLine) - first + 1) : null;
    }
}
