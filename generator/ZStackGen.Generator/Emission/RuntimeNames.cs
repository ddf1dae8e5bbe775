using ZStackGen.Generator.CSharp;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// The types of the runtime and of the framework that generated code uses. Behind <c>::</c> only aliases are looked up, so that no type,
/// member or namespace of the project stands before one of them. Names with two underscores are the compilers' and generators' own.
/// </summary>
internal static class RuntimeNames
{
    public static Code Action { get; } = $"ZStack__::ZStackAction";

    public static Code QueryAction { get; } = $"ZStack__::ZStackQueryAction";

    public static Code Result { get; } = $"ZStack__::ZStackResult";

    public static Code InventoryResult { get; } = $"ZStack__::ZStackInventoryResult";

    public static Code InventoriesResult { get; } = $"ZStack__::ZStackInventoriesResult";

    public static Code QueryResult { get; } = $"ZStack__::ZStackQueryResult";

    public static Code Structure { get; } = $"ZStack__::ZStackStructure";

    public static Code StructureText { get; } = $"ZStack__::Serialization.StructureText";

    public static Code MissingMember { get; } = $"ZStack__::ZStackMissingMemberException";

    public static Code ErrorCode { get; } = $"ZStack__::ZStackError";

    public static Code ApiDescriptor { get; } = $"ZStack__::Serialization.ApiDescriptor";

    public static Code ApiTraits { get; } = $"ZStack__::Serialization.ApiTraits";

    public static Code Since { get; } = $"ZStack__::Since";

    public static Code PathWriter { get; } = $"ZStack__::Serialization.PathWriter";

    public static Code QueryWriter { get; } = $"ZStack__::Serialization.QueryWriter";

    public static Code BodyWriter { get; } = $"ZStack__::Serialization.JsonBodyWriter";

    public static Code Reader { get; } = $"ZStack__::Serialization.JsonReader";

    public static Code Json { get; } = $"ZStack__::ZStackJson";

    public static Code Query { get; } = $"ZStack__::ZStackQuery";

    public static Code QueryFields { get; } = $"ZStack__::QueryFields";

    public static Code QueryText { get; } = $"ZStack__::QueryStringField";

    public static Code QueryField { get; } = $"ZStack__::QueryField";

    public static Code OpenEnumeration { get; } = $"ZStack__::Serialization.IOpenEnumeration";

    public static Code OpenEnumerationValues { get; } = $"ZStack__::Serialization.OpenEnumerationValues";

    public static Code OpenEnumerationJsonConverter { get; } = $"ZStack__::Serialization.OpenEnumerationJsonConverter";

    public static Code OpenEnumerationTypeConverter { get; } = $"ZStack__::Serialization.OpenEnumerationTypeConverter";

    public static Code Array { get; } = $"System__::Array";

    public static Code DateTimeOffset { get; } = $"System__::DateTimeOffset";

    public static Code Obsolete { get; } = $"System__::Obsolete";

    public static Code Equatable { get; } = $"System__::IEquatable";

    public static Code Parsable { get; } = $"System__::IParsable";

    public static Code FormatProvider { get; } = $"System__::IFormatProvider";

    public static Code ArgumentNullException { get; } = $"System__::ArgumentNullException";

    public static Code GeneratedCode { get; } = $"System__::CodeDom.Compiler.GeneratedCode";

    public static Code ExcludeFromCodeCoverage { get; } = $"System__::Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage";

    public static Code NotNullWhen { get; } = $"System__::Diagnostics.CodeAnalysis.NotNullWhen";

    public static Code TypeConverter { get; } = $"System__::ComponentModel.TypeConverter";

    public static Code JsonConverter { get; } = $"Json__::Serialization.JsonConverter";

    public static Code JsonElement { get; } = $"Json__::JsonElement";

    public static Code ReadOnlyList { get; } = $"Generic__::IReadOnlyList";

    public static Code ReadOnlyDictionary { get; } = $"Generic__::IReadOnlyDictionary";

    public static Code Dictionary { get; } = $"Generic__::Dictionary";
}
