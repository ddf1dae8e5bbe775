using System;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ZStackGen.Generator.Diagnostics;
using ZStackGen.Generator.Emission;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Output;

/// <summary>Adds generated files to the compilation.</summary>
internal static class SourceOutput
{
    /// <summary>Adds a file. If the compiler rejects it, the failure is reported, and the other files are kept.</summary>
    public static void Add(SourceProductionContext output, GeneratedSource source)
    {
        try
        {
            output.AddSource(source.HintName, SourceText.From(source.Text, Encoding.UTF8));
        }
        catch (ArgumentException exception)
        {
            FindingReporter.ReportFailures(output, new EquatableArray<string>(["The file '" + source.HintName + "' is omitted: " + exception.Message]));
        }
    }
}
