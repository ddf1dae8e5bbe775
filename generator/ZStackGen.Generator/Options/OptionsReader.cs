using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ZStackGen.Generator.Diagnostics;
using ZStackGen.Generator.Pages;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Options;

/// <summary>Reads and validates the MSBuild properties of the project. An invalid value is reported, and the default is used.</summary>
internal static class OptionsReader
{
    private const LanguageVersion LanguageFloor = LanguageVersion.CSharp9;

    /// <summary>The first C# version with UTF-8 literals and required members.</summary>
    private const LanguageVersion Utf8LiteralFloor = LanguageVersion.CSharp11;

    public static GeneratorOptions Read(AnalyzerConfigOptions properties, ParseOptions parseOptions, PageList? pages = null)
    {
        var findings = new List<OptionFinding>();
        LanguageVersion language = (parseOptions as CSharpParseOptions)?.LanguageVersion ?? LanguageVersion.Default;
        language = language.MapSpecifiedToEffectiveVersion();
        bool isEnabled = language >= LanguageFloor;
        if (!isEnabled)
            findings.Add(Finding(OptionRules.LanguageVersion, language.ToDisplayString()));

        string target = Property(properties, "ZStackGenTargetVersion");
        if (target.Length > 0 && !SinceVersion.IsValid(target))
        {
            findings.Add(Finding(OptionRules.TargetVersion, target));
            target = "";
        }
        else if (target.Length > 0 && SinceVersion.Compare(target, SinceVersion.Newest) > 0)
        {
            findings.Add(Finding(OptionRules.FutureTargetVersion, target, SinceVersion.Newest));
        }

        if (!TryReadMode(properties, out TargetVersionMode mode))
            findings.Add(Misspelled(OptionRules.TargetVersionMode, Property(properties, "ZStackGenTargetVersionMode"), "Warn", "Error", "Omit"));

        bool hasUtf8 = language >= Utf8LiteralFloor;
        var emit = new EmitOptions(
            Namespace(properties, findings),
            !IsEither(properties, "ZStackGenAccessibility", "public", "internal", OptionRules.Accessibility, findings),
            language >= LanguageVersion.CSharp10,
            hasUtf8,
            hasUtf8 && HasRequiredMemberAttribute(properties),
            !IsEither(properties, "ZStackGenPreCompilation", "auto", "off", OptionRules.PreCompilation, findings),
            isEnabled);
        var catalog = new CatalogOptions(
            Wildcards(properties, "ZStackGenInclude", findings),
            Wildcards(properties, "ZStackGenExclude", findings),
            mode == TargetVersionMode.Omit && target.Length > 0 ? target : null,
            PageFilter.From(properties, pages).Roots);
        bool isStrict = IsOn(properties, "ZStackGenStrict", findings);
        // Read by an analyzer and by the build; only their values are checked here.
        IsOn(properties, "ZStackGenReportLowestVersion", findings);
        IsOn(properties, "ZStackGenPassProjectFile", findings);
        return new GeneratorOptions(emit, catalog, new ReportOptions(isStrict), findings.ToEquatableArray());
    }

    /// <summary>Returns a property of the project. The targets replace '#', which starts a comment in the compiler's configuration file.</summary>
    internal static string Property(AnalyzerConfigOptions properties, string name) =>
        properties.TryGetValue("build_property." + name, out string? value) ? value.Trim().Replace('\uff03', '#') : "";

    /// <summary>Reads <c>ZStackGenTargetVersionMode</c>. Returns <see langword="false"/> and the default for an invalid value.</summary>
    internal static bool TryReadMode(AnalyzerConfigOptions properties, out TargetVersionMode mode)
    {
        string text = Property(properties, "ZStackGenTargetVersionMode");
        mode = text.ToUpperInvariant() switch
        {
            "ERROR" => TargetVersionMode.Error,
            "OMIT" => TargetVersionMode.Omit,
            _ => TargetVersionMode.Warn,
        };
        return mode != TargetVersionMode.Warn || text.Length == 0 || string.Equals(text, "Warn", StringComparison.OrdinalIgnoreCase);
    }

    private static string Namespace(AnalyzerConfigOptions properties, List<OptionFinding> findings)
    {
        string text = Property(properties, "ZStackGenNamespace");
        if (text.Length == 0)
            return OptionRules.DefaultNamespace;
        foreach (string part in text.Split('.'))
        {
            if (SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None && part.Length <= 200)
                continue;
            findings.Add(Finding(OptionRules.Namespace, text));
            return OptionRules.DefaultNamespace;
        }

        return text;
    }

    /// <summary>Determines whether the option has its second value. Any other value is reported, and the first value is used.</summary>
    private static bool IsEither(AnalyzerConfigOptions properties, string name, string first, string second, string rule, List<OptionFinding> findings)
    {
        string text = Property(properties, name);
        if (text.Length == 0 || string.Equals(text, first, StringComparison.OrdinalIgnoreCase))
            return false;
        if (string.Equals(text, second, StringComparison.OrdinalIgnoreCase))
            return true;
        findings.Add(Misspelled(rule, text, first, second));
        return false;
    }

    /// <summary>Determines whether a switch is <c>true</c>. A value that is neither <c>true</c> nor <c>false</c> is reported.</summary>
    private static bool IsOn(AnalyzerConfigOptions properties, string name, List<OptionFinding> findings)
    {
        string text = Property(properties, name);
        bool isOn = string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
        if (!isOn && text.Length > 0 && !string.Equals(text, "false", StringComparison.OrdinalIgnoreCase))
            findings.Add(Finding(OptionRules.Switch, name, text));
        return isOn;
    }

    private static EquatableArray<string> Wildcards(AnalyzerConfigOptions properties, string name, List<OptionFinding> findings)
    {
        string text = Property(properties, name);
        if (text.Length == 0)
            return default;
        var patterns = new List<string>();
        foreach (string part in WithoutBlanksAroundColons(text).Split(['|', ';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsWildcard(part))
                patterns.Add(part);
            else
                findings.Add(Finding(OptionRules.Wildcard, name, part));
        }

        return patterns.ToEquatableArray();
    }

    /// <summary>Removes blanks beside colons, so that they do not separate <c>category:</c> from the folder.</summary>
    private static string WithoutBlanksAroundColons(string text)
    {
        string[] parts = text.Split(':');
        for (int i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                parts[i] = parts[i].TrimStart();
            if (i < parts.Length - 1)
                parts[i] = parts[i].TrimEnd();
        }

        return string.Join(":", parts);
    }

    private static bool IsWildcard(string text)
    {
        bool isCategory = CatalogOptions.IsCategory(text);
        for (int i = isCategory ? CatalogOptions.CategoryPrefix.Length : 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isCategory ? !IsOfFolderName(c) : c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '*' or '?'))
                return false;
        }

        return text.Length > (isCategory ? CatalogOptions.CategoryPrefix.Length : 0);
    }

    /// <summary>Determines whether the name of a folder, or a wildcard of such names, can contain the character. Folders have names in any language.</summary>
    private static bool IsOfFolderName(char c) => !char.IsControl(c) && c is not ('/' or '\\' or ':' or '<' or '>' or '"');

    /// <summary>
    /// Determines whether the framework has RequiredMemberAttribute, which .NET 7 introduced. The compilation is not used for this,
    /// because every keystroke would run this step again.
    /// </summary>
    private static bool HasRequiredMemberAttribute(AnalyzerConfigOptions properties)
    {
        if (!string.Equals(Property(properties, "TargetFrameworkIdentifier"), ".NETCoreApp", StringComparison.OrdinalIgnoreCase))
            return false;
        string version = Property(properties, "TargetFrameworkVersion").TrimStart('v', 'V');
        int dot = version.IndexOf('.');
        return int.TryParse(dot < 0 ? version : version.Substring(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out int major) && major >= 7;
    }

    /// <summary>Creates the finding about an invalid value, with a suggestion if a valid value is similar.</summary>
    private static OptionFinding Misspelled(string rule, string text, params string[] values) =>
        Finding(rule, text, NameSuggestions.Nearest(text, values) is { } nearest ? " (did you mean '" + nearest + "'?)" : "");

    private static OptionFinding Finding(string rule, params string[] arguments) => new(rule, new EquatableArray<string>(arguments));
}
