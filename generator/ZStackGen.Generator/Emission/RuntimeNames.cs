using ZStackGen.Generator.CSharp;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// The types of the runtime and of the framework that generated code uses. Before <c>::</c>, only aliases are looked up, so that no type,
/// member or namespace of the project hides them. Names with two underscores are reserved for compilers and generators.
/// </summary>
internal static class RuntimeNames
{
    public static Code Action { get; } = $"ZStack_::ZStackAction";

    public static Code TaggedAction { get; } = $"ZStack_::ZStackTaggedAction";

    public static Code QueryAction { get; } = $"ZStack_::ZStackQueryAction";

    public static Code Result { get; } = $"ZStack_::ZStackResult";

    public static Code InventoryResult { get; } = $"ZStack_::ZStackInventoryResult";

    public static Code InventoriesResult { get; } = $"ZStack_::ZStackInventoriesResult";

    public static Code QueryResult { get; } = $"ZStack_::ZStackQueryResult";

    public static Code Structure { get; } = $"ZStack_::ZStackStructure";

    public static Code StructureText { get; } = $"Wire_::StructureText";

    public static Code MissingMember { get; } = $"ZStack_::ZStackMissingMemberException";

    public static Code ErrorCode { get; } = $"ZStack_::ZStackError";

    public static Code ApiDescriptor { get; } = $"Wire_::ApiDescriptor";

    public static Code ApiTraits { get; } = $"Wire_::ApiTraits";

    public static Code Since { get; } = $"ZStack_::Since";

    public static Code PathWriter { get; } = $"Wire_::PathWriter";

    public static Code QueryWriter { get; } = $"Wire_::QueryWriter";

    public static Code BodyWriter { get; } = $"Wire_::JsonBodyWriter";

    public static Code Reader { get; } = $"Wire_::JsonReader";

    public static Code Json { get; } = $"ZStack_::ZStackJson";

    public static Code Query { get; } = $"ZStack_::ZStackQuery";

    public static Code QueryFields { get; } = $"ZStack_::QueryFields";

    public static Code QueryText { get; } = $"ZStack_::QueryStringField";

    public static Code QueryField { get; } = $"ZStack_::QueryField";

    public static Code OpenEnumeration { get; } = $"Wire_::IOpenEnumeration";

    public static Code OpenEnumerationValues { get; } = $"Wire_::OpenEnumerationValues";

    public static Code OpenEnumerationJsonConverter { get; } = $"Wire_::OpenEnumerationJsonConverter";

    public static Code OpenEnumerationTypeConverter { get; } = $"Wire_::OpenEnumerationTypeConverter";

    public static Code Array { get; } = $"System_::Array";

    public static Code DateTimeOffset { get; } = $"System_::DateTimeOffset";

    public static Code Obsolete { get; } = $"System_::Obsolete";

    public static Code Equatable { get; } = $"System_::IEquatable";

    public static Code Parsable { get; } = $"System_::IParsable";

    public static Code FormatProvider { get; } = $"System_::IFormatProvider";

    public static Code ArgumentNullException { get; } = $"System_::ArgumentNullException";

    public static Code GeneratedCode { get; } = $"CodeDom_::GeneratedCode";

    public static Code ExcludeFromCodeCoverage { get; } = $"Analysis_::ExcludeFromCodeCoverage";

    public static Code NotNullWhen { get; } = $"Analysis_::NotNullWhen";

    public static Code TypeConverter { get; } = $"System_::ComponentModel.TypeConverter";

    public static Code JsonConverter { get; } = $"Json__::Serialization.JsonConverter";

    public static Code JsonElement { get; } = $"Json__::JsonElement";

    public static Code ReadOnlyList { get; } = $"Generic__::IReadOnlyList";

    public static Code ReadOnlyDictionary { get; } = $"Generic__::IReadOnlyDictionary";

    public static Code Dictionary { get; } = $"Generic__::Dictionary";
}
