using Microsoft.CodeAnalysis;
using ZStackGen.Specs.Findings;

namespace ZStackGen.Generator.Diagnostics;

/// <summary>The diagnostics about pages. Title and description come from <see cref="FindingRules"/>; the message comes from the finding.</summary>
internal static class PageDescriptors
{
    private const string Category = "ZStackGen.Pages";
    private const string Message = "{0}";

    /// <summary>
    /// Prevents the compiler from looking for a SuppressMessage attribute, which cannot apply to a page. That lookup binds the assembly's
    /// attributes again after every edit of C# code, which costs ten times more than the generator. NoWarn and .globalconfig still apply.
    /// </summary>
    internal const string Tag = WellKnownDiagnosticTags.Compiler;

    public static readonly DiagnosticDescriptor EmptyPage = new(
        "ZSG1001", FindingRules.EmptyPage.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.EmptyPage.Description, HelpLinks.For("ZSG1001"), Tag);

    public static readonly DiagnosticDescriptor BinaryPage = new(
        "ZSG1002", FindingRules.BinaryPage.Title, Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        FindingRules.BinaryPage.Description, HelpLinks.For("ZSG1002"), Tag);

    public static readonly DiagnosticDescriptor NothingToRead = new(
        "ZSG1003", FindingRules.NothingToRead.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.NothingToRead.Description, HelpLinks.For("ZSG1003"), Tag);

    public static readonly DiagnosticDescriptor NoRequestLine = new(
        "ZSG1004", FindingRules.NoRequestLine.Title, Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        FindingRules.NoRequestLine.Description, HelpLinks.For("ZSG1004"), Tag);

    public static readonly DiagnosticDescriptor BrokenRow = new(
        "ZSG1005", FindingRules.BrokenRow.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.BrokenRow.Description, HelpLinks.For("ZSG1005"), Tag);

    public static readonly DiagnosticDescriptor UnknownType = new(
        "ZSG1006", FindingRules.UnknownType.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.UnknownType.Description, HelpLinks.For("ZSG1006"), Tag);

    public static readonly DiagnosticDescriptor DuplicateParameter = new(
        "ZSG1007", FindingRules.DuplicateParameter.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.DuplicateParameter.Description, HelpLinks.For("ZSG1007"), Tag);

    public static readonly DiagnosticDescriptor PathVariableWithoutParameter = new(
        "ZSG1008", FindingRules.PathVariableWithoutParameter.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.PathVariableWithoutParameter.Description, HelpLinks.For("ZSG1008"), Tag);

    public static readonly DiagnosticDescriptor InvalidVersion = new(
        "ZSG1009", FindingRules.InvalidVersion.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.InvalidVersion.Description, HelpLinks.For("ZSG1009"), Tag);

    public static readonly DiagnosticDescriptor ExampleKeyWithoutRow = new(
        "ZSG1010", FindingRules.ExampleKeyWithoutRow.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.ExampleKeyWithoutRow.Description, HelpLinks.For("ZSG1010"), Tag);

    public static readonly DiagnosticDescriptor SampleNotJson = new(
        "ZSG1011", FindingRules.SampleNotJson.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.SampleNotJson.Description, HelpLinks.For("ZSG1011"), Tag);

    public static readonly DiagnosticDescriptor NameFromFile = new(
        "ZSG1012", FindingRules.NameFromFile.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.NameFromFile.Description, HelpLinks.For("ZSG1012"), Tag);

    public static readonly DiagnosticDescriptor ReaderGaveUp = new(
        "ZSG1013", FindingRules.ReaderGaveUp.Title, Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        FindingRules.ReaderGaveUp.Description, HelpLinks.For("ZSG1013"), Tag);

    public static readonly DiagnosticDescriptor TooManyFindings = new(
        "ZSG1014", FindingRules.TooManyFindings.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.TooManyFindings.Description, HelpLinks.For("ZSG1014"), Tag);

    public static readonly DiagnosticDescriptor DuplicateField = new(
        "ZSG1015", FindingRules.DuplicateField.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.DuplicateField.Description, HelpLinks.For("ZSG1015"), Tag);

    public static readonly DiagnosticDescriptor DuplicateApi = new(
        "ZSG1016", FindingRules.DuplicateApi.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.DuplicateApi.Description, HelpLinks.For("ZSG1016"), Tag);

    public static readonly DiagnosticDescriptor UnknownLocation = new(
        "ZSG1017", FindingRules.UnknownLocation.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.UnknownLocation.Description, HelpLinks.For("ZSG1017"), Tag);

    public static readonly DiagnosticDescriptor MissingStructure = new(
        "ZSG1018", FindingRules.MissingStructure.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.MissingStructure.Description, HelpLinks.For("ZSG1018"), Tag);

    public static readonly DiagnosticDescriptor PageCut = new(
        "ZSG1019", FindingRules.PageCut.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.PageCut.Description, HelpLinks.For("ZSG1019"), Tag);

    public static readonly DiagnosticDescriptor NameContradiction = new(
        "ZSG1020", FindingRules.NameContradiction.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.NameContradiction.Description, HelpLinks.For("ZSG1020"), Tag);

    public static readonly DiagnosticDescriptor WrapperContradiction = new(
        "ZSG1021", FindingRules.WrapperContradiction.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.WrapperContradiction.Description, HelpLinks.For("ZSG1021"), Tag);

    public static readonly DiagnosticDescriptor TableWithoutUse = new(
        "ZSG1022", FindingRules.TableWithoutUse.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.TableWithoutUse.Description, HelpLinks.For("ZSG1022"), Tag);

    public static readonly DiagnosticDescriptor UnusableLimit = new(
        "ZSG1023", FindingRules.UnusableLimit.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.UnusableLimit.Description, HelpLinks.For("ZSG1023"), Tag);

    public static readonly DiagnosticDescriptor MethodContradiction = new(
        "ZSG1030", FindingRules.MethodContradiction.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.MethodContradiction.Description, HelpLinks.For("ZSG1030"), Tag);

    public static readonly DiagnosticDescriptor PathContradiction = new(
        "ZSG1031", FindingRules.PathContradiction.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.PathContradiction.Description, HelpLinks.For("ZSG1031"), Tag);

    public static readonly DiagnosticDescriptor ValueMissing = new(
        "ZSG1032", FindingRules.ValueMissing.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.ValueMissing.Description, HelpLinks.For("ZSG1032"), Tag);

    public static readonly DiagnosticDescriptor InvalidPath = new(
        "ZSG1033", FindingRules.InvalidPath.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.InvalidPath.Description, HelpLinks.For("ZSG1033"), Tag);

    public static readonly DiagnosticDescriptor UnreadRows = new(
        "ZSG1040", FindingRules.UnreadRows.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.UnreadRows.Description, HelpLinks.For("ZSG1040"), Tag);

    public static readonly DiagnosticDescriptor UnreadRequest = new(
        "ZSG1041", FindingRules.UnreadRequest.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.UnreadRequest.Description, HelpLinks.For("ZSG1041"), Tag);

    public static readonly DiagnosticDescriptor HeadingWithoutApi = new(
        "ZSG1042", FindingRules.HeadingWithoutApi.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.HeadingWithoutApi.Description, HelpLinks.For("ZSG1042"), Tag);

    public static readonly DiagnosticDescriptor EmptySection = new(
        "ZSG1043", FindingRules.EmptySection.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.EmptySection.Description, HelpLinks.For("ZSG1043"), Tag);

    public static readonly DiagnosticDescriptor UnknownColumns = new(
        "ZSG1044", FindingRules.UnknownColumns.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.UnknownColumns.Description, HelpLinks.For("ZSG1044"), Tag);

    public static readonly DiagnosticDescriptor HtmlPage = new(
        "ZSG1050", FindingRules.HtmlPage.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.HtmlPage.Description, HelpLinks.For("ZSG1050"), Tag);

    public static readonly DiagnosticDescriptor LostCharacter = new(
        "ZSG1051", FindingRules.LostCharacter.Title, Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        FindingRules.LostCharacter.Description, HelpLinks.For("ZSG1051"), Tag);

    public static readonly DiagnosticDescriptor RemovedBeforeAdded = new(
        "ZSG1060", FindingRules.RemovedBeforeAdded.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.RemovedBeforeAdded.Description, HelpLinks.For("ZSG1060"), Tag);

    public static readonly DiagnosticDescriptor OlderThanOwner = new(
        "ZSG1061", FindingRules.OlderThanOwner.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.OlderThanOwner.Description, HelpLinks.For("ZSG1061"), Tag);

    public static readonly DiagnosticDescriptor UnknownRelease = new(
        "ZSG1062", FindingRules.UnknownRelease.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.UnknownRelease.Description, HelpLinks.For("ZSG1062"), Tag);

    public static readonly DiagnosticDescriptor MergedApi = new(
        "ZSG1101", FindingRules.MergedApi.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.MergedApi.Description, HelpLinks.For("ZSG1101"), Tag);

    public static readonly DiagnosticDescriptor ContradictingRequest = new(
        "ZSG1102", FindingRules.ContradictingRequest.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.ContradictingRequest.Description, HelpLinks.For("ZSG1102"), Tag);

    public static readonly DiagnosticDescriptor TypeConflict = new(
        "ZSG1103", FindingRules.TypeConflict.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.TypeConflict.Description, HelpLinks.For("ZSG1103"), Tag);

    public static readonly DiagnosticDescriptor UndescribedType = new(
        "ZSG1104", FindingRules.UndescribedType.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.UndescribedType.Description, HelpLinks.For("ZSG1104"), Tag);

    public static readonly DiagnosticDescriptor UnknownElement = new(
        "ZSG1105", FindingRules.UnknownElement.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.UnknownElement.Description, HelpLinks.For("ZSG1105"), Tag);

    public static readonly DiagnosticDescriptor RenamedIdentifier = new(
        "ZSG1106", FindingRules.RenamedIdentifier.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.RenamedIdentifier.Description, HelpLinks.For("ZSG1106"), Tag);

    public static readonly DiagnosticDescriptor UnusableBase = new(
        "ZSG1107", FindingRules.UnusableBase.Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        FindingRules.UnusableBase.Description, HelpLinks.For("ZSG1107"), Tag);

    public static readonly DiagnosticDescriptor GuessedStructureName = new(
        "ZSG1108", FindingRules.GuessedStructureName.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.GuessedStructureName.Description, HelpLinks.For("ZSG1108"), Tag);

    public static readonly DiagnosticDescriptor ResultFromExample = new(
        "ZSG1109", FindingRules.ResultFromExample.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.ResultFromExample.Description, HelpLinks.For("ZSG1109"), Tag);

    public static readonly DiagnosticDescriptor MergedType = new(
        "ZSG1110", FindingRules.MergedType.Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        FindingRules.MergedType.Description, HelpLinks.For("ZSG1110"), Tag);

    public static readonly DiagnosticDescriptor InternalError = new(
        "ZSG1999", FindingRules.InternalError.Title, Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        FindingRules.InternalError.Description, HelpLinks.For("ZSG1999"), Tag);

    /// <summary>Returns the descriptor of a rule; <see langword="null"/> if the ID is unknown.</summary>
    public static DiagnosticDescriptor? Find(string rule) => rule switch
    {
        "ZSG1001" => EmptyPage,
        "ZSG1002" => BinaryPage,
        "ZSG1003" => NothingToRead,
        "ZSG1004" => NoRequestLine,
        "ZSG1005" => BrokenRow,
        "ZSG1006" => UnknownType,
        "ZSG1007" => DuplicateParameter,
        "ZSG1008" => PathVariableWithoutParameter,
        "ZSG1009" => InvalidVersion,
        "ZSG1010" => ExampleKeyWithoutRow,
        "ZSG1011" => SampleNotJson,
        "ZSG1012" => NameFromFile,
        "ZSG1013" => ReaderGaveUp,
        "ZSG1014" => TooManyFindings,
        "ZSG1015" => DuplicateField,
        "ZSG1016" => DuplicateApi,
        "ZSG1017" => UnknownLocation,
        "ZSG1018" => MissingStructure,
        "ZSG1019" => PageCut,
        "ZSG1020" => NameContradiction,
        "ZSG1021" => WrapperContradiction,
        "ZSG1022" => TableWithoutUse,
        "ZSG1023" => UnusableLimit,
        "ZSG1030" => MethodContradiction,
        "ZSG1031" => PathContradiction,
        "ZSG1032" => ValueMissing,
        "ZSG1033" => InvalidPath,
        "ZSG1040" => UnreadRows,
        "ZSG1041" => UnreadRequest,
        "ZSG1042" => HeadingWithoutApi,
        "ZSG1043" => EmptySection,
        "ZSG1044" => UnknownColumns,
        "ZSG1050" => HtmlPage,
        "ZSG1051" => LostCharacter,
        "ZSG1060" => RemovedBeforeAdded,
        "ZSG1061" => OlderThanOwner,
        "ZSG1062" => UnknownRelease,
        "ZSG1101" => MergedApi,
        "ZSG1102" => ContradictingRequest,
        "ZSG1103" => TypeConflict,
        "ZSG1104" => UndescribedType,
        "ZSG1105" => UnknownElement,
        "ZSG1106" => RenamedIdentifier,
        "ZSG1107" => UnusableBase,
        "ZSG1108" => GuessedStructureName,
        "ZSG1109" => ResultFromExample,
        "ZSG1110" => MergedType,
        "ZSG1999" => InternalError,
        _ => null,
    };
}
