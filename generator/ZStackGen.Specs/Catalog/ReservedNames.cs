using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog;

/// <summary>The C# names that wire names must not be converted to, by scope.</summary>
internal static class ReservedNames
{
    // Static fields are initialized in text order, so these arrays precede the sets that use them.
    private static readonly string[] s_objectMembers =
        ["Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "ReferenceEquals"];

    private static readonly string[] s_structureMembers = ["UnknownMembers", "Read", "ReadMember", "WriteMembers", "Query", "QueryFields", "ZStack"];

    private static readonly string[] s_actionMembers =
        ["Api", "SessionId", "Result", "WritePath", "WriteQuery", "WriteBody", "WriteBodyOutsideWrapper", "ReadResult", "SystemTag", "ZStack"];

    private static readonly string[] s_valueMembers = ["Value", "IsKnown", "KnownValues", "TryParse", "QueryField"];

    // The namespaces in ZStack and the public types of the runtime: the generated namespace can be ZStack, and programs use both namespaces without a prefix.
    private static readonly string[] s_runtimeTypes =
    [
        "Hosting", "Serialization", "Simulation",
        "ApiDescriptor", "ApiTraits", "ArgumentCheck", "IOpenEnumeration", "IZStackClient", "JsonBodyWriter", "JsonName", "JsonRead", "JsonReader",
        "OpenEnumerationJsonConverter", "OpenEnumerationTypeConverter", "OpenEnumerationValues", "PathWriter", "QueryCondition", "QueryField", "QueryFields",
        "QueryStringField", "QueryWriter", "RequiresZStackAttribute", "SinceAttribute", "StructureText", "ZStackAccessKeySignature", "ZStackAction",
        "ZStackActionExtensions", "ZStackApiException", "ZStackApiResult", "ZStackApiSet", "ZStackApiTimeoutException", "ZStackAuthenticationException",
        "ZStackBatchOutcome", "ZStackCallOptions", "ZStackCanceledException", "ZStackClient", "ZStackClientEvent", "ZStackClientExtensions",
        "ZStackClientObserver", "ZStackClientOptions", "ZStackCredential", "ZStackError", "ZStackErrorMessages", "ZStackException", "ZStackHttpException",
        "ZStackInvalidParameterException", "ZStackInventoriesResult", "ZStackInventoryResult", "ZStackJob", "ZStackJobExpiredException", "ZStackJobPhase",
        "ZStackJobState", "ZStackJobTimeoutException", "ZStackJson", "ZStackJsonTypeInfoResolver", "ZStackLongJob", "ZStackLongJobCancelException",
        "ZStackLongJobCancelRefusal", "ZStackLongJobException", "ZStackLongJobOptions", "ZStackLongJobPhase", "ZStackLongJobState",
        "ZStackMissingMemberException", "ZStackNotFoundException", "ZStackPage", "ZStackPageable", "ZStackPermissionException", "ZStackProtocolException",
        "ZStackQuery", "ZStackQueryAction", "ZStackQueryResult", "ZStackQuotaException", "ZStackRawAction", "ZStackRawResult", "ZStackResponse",
        "ZStackResult", "ZStackServerException", "ZStackServerTimeZone", "ZStackServerTimeZoneSource", "ZStackSessionException", "ZStackStructure",
        "ZStackTaggedAction", "ZStackTaskProgress", "ZStackTimeoutException", "ZStackTransportException", "ZStackUnsupportedParameters",
        "ZStackUnsupportedVersionException", "ZStackVersion", "ZStackVersionGuardAttribute", "ZStackWebhookCallback", "ZStackWebhookReceiver",
        "ZStackWebhookResult", "Zql", "ZqlResult", "ZqlStatement",
    ];

    /// <summary>Gets the names that a structure must not use: inherited and generated members.</summary>
    public static HashSet<string> Structure { get; } = Union(s_objectMembers, s_structureMembers);

    /// <summary>Gets the names that a result must not use.</summary>
    public static HashSet<string> Result { get; } = Union(s_objectMembers, s_structureMembers, ["Success", "Error", "Schema", "Response"]);

    /// <summary>Gets the names that an action must not use.</summary>
    public static HashSet<string> Action { get; } = Union(s_objectMembers, s_actionMembers);

    /// <summary>Gets the names that a query action must not use.</summary>
    public static HashSet<string> Query { get; } = Union(
        s_objectMembers, s_actionMembers, ["Conditions", "Limit", "Start", "Count", "ReplyWithCount", "Sort", "Fields", "FilterName", "Uuid"]);

    /// <summary>Gets the names that a value of an open enumeration must not use.</summary>
    public static HashSet<string> Value { get; } = Union(s_objectMembers, s_valueMembers);

    /// <summary>
    /// Gets the names that a type must not use: types of the runtime, types used by generated code, and member names, which cannot equal the
    /// name of their type.
    /// </summary>
    public static HashSet<string> Type { get; } = Union(s_objectMembers, s_structureMembers, s_valueMembers, s_runtimeTypes,
    [
        "Array", "DateTimeOffset", "IReadOnlyList", "IReadOnlyDictionary", "Dictionary", "JsonElement", "Object", "String", "System", "ZStack",
        "IEquatable", "StringComparison", "ErrorCode", "Result",
    ]);

    private static HashSet<string> Union(params string[][] parts)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string[] part in parts)
            names.UnionWith(part);
        return names;
    }
}
