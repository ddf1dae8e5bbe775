using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NSwag;

namespace ZStackGen.Benchmarks.Build;

/// <summary>
/// The same APIs as Refit interfaces: a method per operation with NSwag's classes, and the code of Refit's own generator. Both sides are then
/// compared without the time of their generators.
/// </summary>
internal static class RefitSource
{
    /// <summary>Returns the sources: classes, interface, and the output of Refit's generator.</summary>
    /// <param name="document">The OpenAPI document.</param>
    /// <param name="nswag">NSwag's C# of the document, with its interface.</param>
    public static string[] Of(OpenApiDocument document, string nswag)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxNode root = CSharpSyntaxTree.ParseText(nswag, parse).GetRoot();
        BaseNamespaceDeclarationSyntax space = root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().First();
        InterfaceDeclarationSyntax methods = space.Members.OfType<InterfaceDeclarationSyntax>().Single();
        string classes = string.Concat(space.Members
            .Where(member => member is EnumDeclarationSyntax or ClassDeclarationSyntax && ((BaseTypeDeclarationSyntax)member).Identifier.Text is not ("ZStackApi" or "ApiException" or "FileResponse"))
            .Select(member => member.ToFullString()));
        string types = $"#nullable disable\nnamespace {space.Name}\n{{\n    using System = global::System;\n{classes}\n}}\n";
        string calls = Interface(document, space.Name.ToString(), methods);
        return [types, calls, .. Generated([types, calls], parse)];
    }

    /// <summary>Gets the references that the sources need.</summary>
    public static MetadataReference[] References => [MetadataReference.CreateFromFile(typeof(Refit.GetAttribute).Assembly.Location)];

    private static string Interface(OpenApiDocument document, string space, InterfaceDeclarationSyntax methods)
    {
        Dictionary<string, OpenApiOperationDescription> byName = document.Operations.ToDictionary(operation => operation.Operation.OperationId, StringComparer.Ordinal);
        var text = new StringBuilder($"#nullable disable\nnamespace {space}\n{{\n    using System = global::System;\n    public interface IZStackRefit\n    {{\n");
        foreach (MethodDeclarationSyntax method in methods.Members.OfType<MethodDeclarationSyntax>())
        {
            if (!method.ParameterList.Parameters.Any(parameter => parameter.Type!.ToString().EndsWith("CancellationToken", StringComparison.Ordinal)))
                continue;
            OpenApiOperationDescription operation = byName[method.Identifier.Text[..^"Async".Length]];
            string verb = char.ToUpperInvariant(operation.Method[0]) + operation.Method[1..].ToLowerInvariant();
            IEnumerable<string> parameters = method.ParameterList.Parameters.Select(parameter =>
                (parameter.Identifier.Text == "body" ? "[Refit.Body] " : "") + parameter.WithDefault(null).WithoutTrivia().ToFullString());
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"        [Refit.{verb}(\"{operation.Path}\")]\n        {method.ReturnType} {method.Identifier.Text}({string.Join(", ", parameters)});\n\n");
        }

        return text.Append("    }\n}\n").ToString();
    }

    private static string[] Generated(string[] sources, CSharpParseOptions parse)
    {
        string package = typeof(RefitSource).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RefitPackage").Value!;
        var generators = new AnalyzerFileReference(Path.Combine(package, "analyzers", "dotnet", "roslyn4.8", "cs", "InterfaceStubGeneratorV2.dll"), new Loader());
        CSharpCompilation compilation = CSharpCompilation.Create("Refit", sources.Select(source => CSharpSyntaxTree.ParseText(source, parse)), [.. Net100.References.All, .. References], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generators.GetGenerators(LanguageNames.CSharp), parseOptions: parse).RunGenerators(compilation);
        string[] generated = [.. driver.GetRunResult().Results.SelectMany(result => result.Exception is null ? result.GeneratedSources : throw result.Exception).Select(source => source.SourceText.ToString())];
        return generated.Any(static source => source.Contains("IZStackRefit", StringComparison.Ordinal)) ? generated : throw new InvalidOperationException("Refit's generator generated no client.");
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
