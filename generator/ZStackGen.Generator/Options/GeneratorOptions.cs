using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Options;

/// <summary>What an API newer than the configured target version leads to.</summary>
public enum TargetVersionMode
{
    /// <summary>Its use is a warning.</summary>
    Warn,

    /// <summary>Its use is an error.</summary>
    Error,

    /// <summary>It is not generated.</summary>
    Omit,
}

/// <summary>How the C# is written. Compares by value; a change writes all files anew.</summary>
/// <param name="Namespace">The namespace of the generated types.</param>
/// <param name="IsPublic">Whether they are public; else internal.</param>
/// <param name="HasFileScopedNamespaces">Whether <c>namespace X;</c> may be written (C# 10).</param>
/// <param name="HasUtf8Literals">Whether <c>"…"u8</c> may be written (C# 11).</param>
/// <param name="HasRequired">Whether <c>required</c> may be written (C# 11 and a framework that has the attribute).</param>
/// <param name="UsesPreCompilation">Whether the pre-compilation output may be used where the host has it.</param>
/// <param name="IsEnabled">Whether anything is generated: <see langword="false"/> under a language version without nullable references.</param>
public sealed record EmitOptions(string Namespace, bool IsPublic, bool HasFileScopedNamespaces, bool HasUtf8Literals, bool HasRequired, bool UsesPreCompilation, bool IsEnabled);

/// <summary>An option with an invalid value.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Arguments">What its message names.</param>
public sealed record OptionFinding(string Rule, EquatableArray<string> Arguments);

/// <summary>The project's options, checked.</summary>
/// <param name="Emit">How the C# is written.</param>
/// <param name="Catalog">Which APIs are wanted.</param>
/// <param name="IsStrict">Whether a page that cannot be read is an error of the build.</param>
/// <param name="Findings">Options with invalid values; their defaults are used.</param>
public sealed record GeneratorOptions(EmitOptions Emit, CatalogOptions Catalog, bool IsStrict, EquatableArray<OptionFinding> Findings);
