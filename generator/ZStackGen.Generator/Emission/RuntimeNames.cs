using ZStackGen.Generator.CSharp;

namespace ZStackGen.Generator.Emission;

/// <summary>The types of the runtime and of the framework that generated code uses.</summary>
internal static class RuntimeNames
{
    public static Code Action { get; } = $"ZStack::ZStackAction";

    public static Code QueryAction { get; } = $"ZStack::ZStackQueryAction";

    public static Code Result { get; } = $"ZStack::ZStackResult";

    public static Code Structure { get; } = $"ZStack::ZStackStructure";

    public static Code ErrorCode { get; } = $"ZStack::ErrorCode";

    public static Code ApiDescriptor { get; } = $"ZStack::ApiDescriptor";

    public static Code ApiTraits { get; } = $"ZStack::ApiTraits";

    public static Code Since { get; } = $"ZStack::Since";

    public static Code PathWriter { get; } = $"ZStack::PathWriter";

    public static Code QueryWriter { get; } = $"ZStack::QueryWriter";

    public static Code BodyWriter { get; } = $"ZStack::JsonBodyWriter";

    public static Code Reader { get; } = $"ZStack::ZStackJsonReader";

    public static Code Json { get; } = $"ZStack::ZStackJson";

    public static Code Query { get; } = $"ZStack::ZStackQuery";

    public static Code QueryFields { get; } = $"ZStack::QueryFields";

    public static Code QueryText { get; } = $"ZStack::QueryText";

    public static Code QueryField { get; } = $"ZStack::QueryField";

    public static Code Array { get; } = $"Array";

    public static Code QualifiedArray { get; } = $"global::System.Array";

    public static Code DateTimeOffset { get; } = $"DateTimeOffset";

    public static Code JsonElement { get; } = $"JsonElement";

    public static Code Equatable { get; } = $"IEquatable";

    public static Code ReadOnlyList { get; } = $"IReadOnlyList";

    public static Code ReadOnlyDictionary { get; } = $"IReadOnlyDictionary";

    public static Code Dictionary { get; } = $"Dictionary";
}
