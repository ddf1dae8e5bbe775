using System;
using System.Collections.Generic;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>The C# of types and of their readers. Made for one class, since a property may hide a type's name in expressions.</summary>
internal sealed class TypeText
{
    private readonly string _namespace;
    private readonly bool _cachesMethodGroups;
    private readonly HashSet<string> _hidden;

    /// <param name="options">How the C# is written.</param>
    /// <param name="members">The class's own properties.</param>
    /// <param name="hidden">Further type names that inherited properties hide.</param>
    public TypeText(EmitOptions options, EquatableArray<CatalogMember> members, EquatableArray<string> hidden = default)
    {
        _namespace = options.Namespace;
        // Since C# 11 the delegate of a static method group is made once; before, a static lambda is.
        _cachesMethodGroups = options.HasUtf8Literals;
        _hidden = new HashSet<string>(StringComparer.Ordinal);
        foreach (CatalogMember member in members)
            _hidden.Add(member.Identifier);
        foreach (string name in hidden)
            _hidden.Add(name);
    }

    /// <summary>The type without <c>?</c>.</summary>
    public static string Name(TypeReference type) => type.Kind switch
    {
        ValueKind.String => "string",
        ValueKind.Int32 => "int",
        ValueKind.Int64 => "long",
        ValueKind.Boolean => "bool",
        ValueKind.Double => "double",
        ValueKind.Single => "float",
        ValueKind.Timestamp => "DateTimeOffset",
        ValueKind.Json => "JsonElement",
        ValueKind.ErrorCode => "ZStack::ErrorCode",
        ValueKind.List => "IReadOnlyList<" + Name(type.Element!) + ">",
        ValueKind.Map => "IReadOnlyDictionary<string, " + Name(type.Element!) + ">",
        _ => type.Name!,
    };

    public static bool IsValueType(TypeReference type) =>
        type.Kind is ValueKind.Int32 or ValueKind.Int64 or ValueKind.Boolean or ValueKind.Double or ValueKind.Single or ValueKind.Timestamp
            or ValueKind.Json or ValueKind.OpenEnum;

    /// <summary>The expression that a writer takes: an open enumeration goes as its text, a list of them as a list of texts.</summary>
    public static string Written(CatalogMember member, bool isNullable) => member.Type switch
    {
        { Kind: ValueKind.OpenEnum } => member.Identifier + (isNullable ? "?.Value" : ".Value"),
        { Kind: ValueKind.List, Element.Kind: ValueKind.OpenEnum } => "ZStack::ZStackJson.Texts(" + member.Identifier + ")",
        _ => member.Identifier,
    };

    /// <summary>What an absent list or map is; <see langword="null"/> for others.</summary>
    public string? Empty(TypeReference type) => type.Kind switch
    {
        ValueKind.List => Visible("Array", "global::System.Array") + ".Empty<" + Name(type.Element!) + ">()",
        ValueKind.Map => "new Dictionary<string, " + Name(type.Element!) + ">()",
        _ => null,
    };

    /// <summary>The expression that reads a value.</summary>
    public string Read(TypeReference type) => type.Kind switch
    {
        ValueKind.List => ReadElements("List", type.Element!),
        ValueKind.Map => ReadElements("Map", type.Element!),
        ValueKind.Structure or ValueKind.ErrorCode => "reader.Structure(" + Reader(type) + ")",
        ValueKind.OpenEnum => "reader.String() is { } text ? new " + type.Name + "(text) : default(" + type.Name + "?)",
        _ => "reader." + Method(type.Kind) + "()",
    };

    private string ReadElements(string container, TypeReference element) => element.Kind switch
    {
        ValueKind.Structure or ValueKind.ErrorCode => "reader." + container + "(" + Reader(element) + ")",
        ValueKind.OpenEnum => "reader." + container + "(static (ref ZStack::ZStackJsonReader r) => new " + element.Name + "(r.String()!))",
        ValueKind.List => "reader.Map(static (ref ZStack::ZStackJsonReader r) => r.StringList())",
        _ => "reader." + Method(element.Kind) + container + "()",
    };

    private string Reader(TypeReference type)
    {
        string name = type.Kind == ValueKind.ErrorCode ? "ZStack::ErrorCode" : Visible(type.Name!, "global::" + _namespace + "." + type.Name);
        return _cachesMethodGroups ? name + ".Read" : "static (ref ZStack::ZStackJsonReader r) => " + name + ".Read(ref r)";
    }

    private string Visible(string name, string qualified) => _hidden.Contains(name) ? qualified : name;

    private static string Method(ValueKind kind) => kind switch
    {
        ValueKind.Int32 => "Int32",
        ValueKind.Int64 => "Int64",
        ValueKind.Boolean => "Boolean",
        ValueKind.Double => "Double",
        ValueKind.Single => "Single",
        ValueKind.Timestamp => "DateTimeOffset",
        ValueKind.Json => "Element",
        _ => "String",
    };
}
