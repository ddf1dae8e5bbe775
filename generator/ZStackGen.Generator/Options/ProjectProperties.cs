using Microsoft.CodeAnalysis.Diagnostics;
using ZStackGen.Generator.Pages;

namespace ZStackGen.Generator.Options;

/// <summary>The MSBuild properties of the project, and the list of pages that the build provides.</summary>
/// <param name="Values">The properties.</param>
/// <param name="Pages">The list of pages; <see langword="null"/> if the properties select the pages.</param>
internal sealed record ProjectProperties(AnalyzerConfigOptions Values, PageList? Pages);
