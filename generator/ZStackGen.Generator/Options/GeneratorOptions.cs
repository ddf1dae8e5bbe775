using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Options;

/// <summary>Specifies how elements newer than the target version are treated.</summary>
public enum TargetVersionMode
{
    /// <summary>The use of a newer element is a warning.</summary>
    Warn,

    /// <summary>The use of a newer element is an error.</summary>
    Error,

    /// <summary>Newer elements are not generated.</summary>
    Omit,
}

/// <summary>The options for writing C#. Compares by value; a change regenerates all files.</summary>
/// <param name="Namespace">The namespace of the generated types.</param>
/// <param name="IsPublic"><see langword="true"/> for public types; <see langword="false"/> for internal types.</param>
/// <param name="HasFileScopedNamespaces">Whether the language has <c>namespace X;</c> (C# 10).</param>
/// <param name="HasUtf8Literals">Whether the language has <c>"…"u8</c> (C# 11).</param>
/// <param name="HasRequired">Whether the language has <c>required</c> (C# 11) and the framework has its attribute.</param>
/// <param name="UsesPreCompilation">Whether to use the pre-compilation output if the compiler has it.</param>
/// <param name="IsEnabled">Whether anything is generated; <see langword="false"/> if the C# version is older than 9.</param>
public sealed record EmitOptions(string Namespace, bool IsPublic, bool HasFileScopedNamespaces, bool HasUtf8Literals, bool HasRequired, bool UsesPreCompilation, bool IsEnabled);

/// <summary>The options for reporting findings.</summary>
/// <param name="IsStrict">
/// <see langword="true"/> to report unreadable content as errors; <see langword="false"/> to report it as warnings,
/// so that one bad page does not stop the build.
/// </param>
public sealed record ReportOptions(bool IsStrict);

/// <summary>An option with an invalid value.</summary>
/// <param name="Rule">The ID of the rule.</param>
/// <param name="Arguments">The arguments of the message.</param>
public sealed record OptionFinding(string Rule, EquatableArray<string> Arguments);

/// <summary>The validated options of the project.</summary>
/// <param name="Emit">The options for writing C#.</param>
/// <param name="Catalog">The selection of APIs.</param>
/// <param name="Report">The options for reporting findings.</param>
/// <param name="Findings">The options with invalid values. Their defaults are used.</param>
public sealed record GeneratorOptions(EmitOptions Emit, CatalogOptions Catalog, ReportOptions Report, EquatableArray<OptionFinding> Findings);
