namespace ZStackGen.Explorer.History;

/// <summary>Provides the names of kinds and events in the output formats.</summary>
internal static class HistoryWords
{
    /// <summary>Returns the name of a kind for display.</summary>
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

    /// <summary>Returns the name of a kind in data.</summary>
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

    /// <summary>Returns the name of an event, for display and in data.</summary>
    public static string Of(HistoryEvent change) => change switch
    {
        HistoryEvent.Added => "added",
        HistoryEvent.Deprecated => "deprecated",
        _ => "removed",
    };

    /// <summary>Returns the version of a change for display; <c>unknown</c> if it is not known.</summary>
    public static string Version(HistoryChange change) => change.Version.Notation ?? "unknown";
}
