using System;
using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Diagnostics;

/// <summary>The diagnostics about MSBuild properties.</summary>
internal static class OptionDescriptors
{
    private const string Category = "ZStackGen.Options";

    public static readonly DiagnosticDescriptor Namespace = new(
        OptionRules.Namespace, "Invalid namespace", "ZStackGenNamespace is '{0}', which is not a valid C# namespace; '" + OptionRules.DefaultNamespace + "' is used",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The property `ZStackGenNamespace` is not a valid C# namespace. Write a namespace such as `MyCompany.Cloud`.", helpLinkUri: HelpLinks.For(OptionRules.Namespace), customTags: PageDescriptors.Tag);

    public static readonly DiagnosticDescriptor Accessibility = new(
        OptionRules.Accessibility, "Invalid accessibility", "ZStackGenAccessibility is '{0}'{1}; use 'public' or 'internal'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The property `ZStackGenAccessibility` has an unknown value. Write `public` or `internal`.", helpLinkUri: HelpLinks.For(OptionRules.Accessibility), customTags: PageDescriptors.Tag);

    public static readonly DiagnosticDescriptor TargetVersion = new(
        OptionRules.TargetVersion, "Invalid target version", "ZStackGenTargetVersion is '{0}', which is not a version such as '4.7.0'; it is ignored",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The property `ZStackGenTargetVersion` is not a version. Write digits and dots, such as `4.7.0`.", helpLinkUri: HelpLinks.For(OptionRules.TargetVersion), customTags: PageDescriptors.Tag);

    public static readonly DiagnosticDescriptor TargetVersionMode = new(
        OptionRules.TargetVersionMode, "Invalid target version mode", "ZStackGenTargetVersionMode is '{0}'{1}; use 'Warn', 'Error' or 'Omit'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The property `ZStackGenTargetVersionMode` has an unknown value. Write `Warn`, `Error` or `Omit`.", helpLinkUri: HelpLinks.For(OptionRules.TargetVersionMode), customTags: PageDescriptors.Tag);

    public static readonly DiagnosticDescriptor Wildcard = new(
        OptionRules.Wildcard, "Invalid API name wildcard", "{0} contains '{1}', which cannot match an API name; it is ignored",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The property `ZStackGenInclude` or `ZStackGenExclude` contains an entry that cannot match an API name. Write API names with `*` and `?`, such as `Query*`, or categories, such as `category:vm`.", helpLinkUri: HelpLinks.For(OptionRules.Wildcard), customTags: PageDescriptors.Tag);

    public static readonly DiagnosticDescriptor PreCompilation = new(
        OptionRules.PreCompilation, "Invalid pre-compilation switch", "ZStackGenPreCompilation is '{0}'{1}; use 'auto' or 'off'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The property `ZStackGenPreCompilation` has an unknown value. Write `auto` or `off`.", helpLinkUri: HelpLinks.For(OptionRules.PreCompilation), customTags: PageDescriptors.Tag);

    public static readonly DiagnosticDescriptor LanguageVersion = new(
        OptionRules.LanguageVersion, "C# version is too old", "ZStackGen needs C# 9 or later, but the project uses C# {0}; nothing is generated",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The generated code needs C# 9 or later. Set `LangVersion` to 9 or later in the project file.", helpLinkUri: HelpLinks.For(OptionRules.LanguageVersion), customTags: PageDescriptors.Tag);

    public static readonly DiagnosticDescriptor UnmatchedInclude = new(
        OptionRules.UnmatchedInclude, "No API is included", "ZStackGenInclude contains '{0}', which matches no API of the pages{1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "An entry of the property `ZStackGenInclude` matches no API of the pages. Write the API's name as on its page, without the suffix `Action`, or add the page.", helpLinkUri: HelpLinks.For(OptionRules.UnmatchedInclude), customTags: PageDescriptors.Tag);

    public static readonly DiagnosticDescriptor Switch = new(
        OptionRules.Switch, "Invalid switch", "{0} is '{1}'; use 'true' or 'false'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The property `ZStackGenStrict`, `ZStackGenReportLowestVersion` or `ZStackGenPassProjectFile` has an unknown value. Write `true` or `false`.", helpLinkUri: HelpLinks.For(OptionRules.Switch), customTags: PageDescriptors.Tag);

    public static readonly DiagnosticDescriptor FutureTargetVersion = new(
        OptionRules.FutureTargetVersion, "Target version is newer than every known release", "ZStackGenTargetVersion is '{0}', but the newest release that this version of ZStackGen knows is {1}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, "The changes of that release are not known, so that they cannot be reported. Check the version, or update ZStackGen.", helpLinkUri: HelpLinks.For(OptionRules.FutureTargetVersion), customTags: PageDescriptors.Tag);

    public static DiagnosticDescriptor Find(string rule) => rule switch
    {
        OptionRules.Namespace => Namespace,
        OptionRules.Accessibility => Accessibility,
        OptionRules.TargetVersion => TargetVersion,
        OptionRules.TargetVersionMode => TargetVersionMode,
        OptionRules.Wildcard => Wildcard,
        OptionRules.PreCompilation => PreCompilation,
        OptionRules.LanguageVersion => LanguageVersion,
        OptionRules.UnmatchedInclude => UnmatchedInclude,
        OptionRules.Switch => Switch,
        OptionRules.FutureTargetVersion => FutureTargetVersion,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No descriptor for this rule."),
    };
}
