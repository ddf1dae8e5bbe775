namespace ZStackGen.Tool.History;

/// <summary>The words for kinds and events, the same in all formats.</summary>
internal static class HistoryWords
{
    /// <summary>A kind for people.</summary>
    public static string Of(HistoryKind kind) => kind switch
    {
        HistoryKind.Api => "API",
        HistoryKind.Parameter => "parameter",
        HistoryKind.ResponseField => "response field",
        HistoryKind.SystemTag => "system tag",
        HistoryKind.Type => "type",
        HistoryKind.Field => "field",
        HistoryKind.Enumeration => "enumeration",
        _ => "value",
    };

    /// <summary>A kind in data.</summary>
    public static string Key(HistoryKind kind) => kind switch
    {
        HistoryKind.Api => "api",
        HistoryKind.Parameter => "parameter",
        HistoryKind.ResponseField => "response_field",
        HistoryKind.SystemTag => "system_tag",
        HistoryKind.Type => "type",
        HistoryKind.Field => "field",
        HistoryKind.Enumeration => "enumeration",
        _ => "value",
    };

    /// <summary>An event.</summary>
    public static string Of(HistoryEvent change) => change switch
    {
        HistoryEvent.Added => "added",
        HistoryEvent.Deprecated => "deprecated",
        _ => "removed",
    };

    /// <summary>What stands in a column of versions.</summary>
    public static string Version(HistoryChange change) => change.Version.Notation ?? "unknown";
}
