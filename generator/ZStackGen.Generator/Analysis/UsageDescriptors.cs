using Microsoft.CodeAnalysis;
using ZStackGen.Generator.Diagnostics;

namespace ZStackGen.Generator.Analysis;

/// <summary>Contains the descriptors of the diagnostics for the use of the API.</summary>
internal static class UsageDescriptors
{
    private const string Category = "ZStackGen.Usage";

    public static readonly DiagnosticDescriptor NewerThanTarget = new(
        "ZSG3001", "Newer than the target version", "'{0}' {1} ZStack {2}, but the project's target version is {3}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "An older server ignores the parameter, leaves out the field or does not know the API. Check client.ServerVersion before the use, mark the member with [RequiresZStack], or raise ZStackGenTargetVersion.",
        helpLinkUri: HelpLinks.For("ZSG3001"));

    public static readonly DiagnosticDescriptor RemovedInTarget = new(
        "ZSG3002", "Removed or deprecated in the target version", "'{0}' {1} ZStack {2}, and the server has at least version {3}{4}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The server does not have the API, parameter or field any more, or will not have it in a later version. Use the replacement.",
        helpLinkUri: HelpLinks.For("ZSG3002"));

    public static readonly DiagnosticDescriptor NeedlessGuard = new(
        "ZSG3003", "Needless version guard", "The check for ZStack {0} is needless, because the project's target version is {1}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "Every server that the project works with has the version that the code checks for. Remove the check.",
        helpLinkUri: HelpLinks.For("ZSG3003"), customTags: WellKnownDiagnosticTags.Unnecessary);

    public static readonly DiagnosticDescriptor LowestVersion = new(
        "ZSG3004", "Lowest version that the project needs", "The project needs ZStack {0} or later, because it uses '{1}'",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "Reported where the property ZStackGenReportLowestVersion is true: the lowest version that has everything that the project uses outside of version guards.",
        helpLinkUri: HelpLinks.For("ZSG3004"), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UnusedCall = new(
        "ZSG3010", "Call or job is not awaited", "The {0} that '{1}' returns is neither awaited nor used",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The program continues before the server has responded, and an error goes unnoticed. Await the call, wait for the job, or write '_ =' before it to discard the result deliberately.",
        helpLinkUri: HelpLinks.For("ZSG3010"));

    public static readonly DiagnosticDescriptor IgnoredResult = new(
        "ZSG3011", "Result of TryCallAsync is ignored", "The result of '{0}' is ignored, and with it the server's error",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "TryCallAsync returns the server's error instead of throwing it. Check the result, or use CallAsync.",
        helpLinkUri: HelpLinks.For("ZSG3011"));

    public static readonly DiagnosticDescriptor EmptyCondition = new(
        "ZSG3012", "Query condition matches nothing", "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "No resource can meet the condition: it requires one field to have two values at once, or a value that the documentation does not list. Use '|' or In for alternatives, or correct the value.",
        helpLinkUri: HelpLinks.For("ZSG3012"));

    public static readonly DiagnosticDescriptor SecretLiteral = new(
        "ZSG3013", "Secret in the source", "The argument '{0}' of '{1}' is a constant of the source",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "Every reader of the source or the assembly can see the secret. Read it from the configuration, an environment variable or a secret store.",
        helpLinkUri: HelpLinks.For("ZSG3013"));

    public static readonly DiagnosticDescriptor ListForCount = new(
        "ZSG3014", "All resources are fetched for their count", "All result pages are fetched for their count; use CountAsync",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The server counts the resources itself. CountAsync needs one request and no resources.",
        helpLinkUri: HelpLinks.For("ZSG3014"));
}
