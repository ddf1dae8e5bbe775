using System;
using System.Collections.Generic;
using ZStackGen.Generator.CSharp;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// Writes the C# names of types and the expressions that read their values. An instance belongs to one class, because a property or an
/// inherited nested type of that class can hide the name of a type.
/// </summary>
internal sealed class TypeText
{
    private readonly Code _namespace;
    private readonly bool _cachesMethodGroups;
    private readonly HashSet<string> _hidden;

    /// <param name="options">The options for writing C#.</param>
    /// <param name="members">The properties of the class.</param>
    /// <param name="hidden">Further type names that are hidden by inherited properties.</param>
    public TypeText(EmitOptions options, EquatableArray<CatalogMember> members, EquatableArray<string> hidden = default)
    {
        _namespace = Identifier.Path(options.Namespace);
        // Since C# 11, the delegate of a static method group is cached. In older versions, only a static lambda is.
        _cachesMethodGroups = options.HasUtf8Literals;
        _hidden = new HashSet<string>(StringComparer.Ordinal);
        foreach (CatalogMember member in members)
            _hidden.Add(member.Identifier);
        foreach (string name in hidden)
            _hidden.Add(name);
    }

    /// <summary>Returns the name of the type without <c>?</c>.</summary>
    public Code Name(TypeReference type) => type.Kind switch
    {
        ValueKind.String => $"string",
        ValueKind.Int32 => $"int",
        ValueKind.Int64 => $"long",
        ValueKind.Boolean => $"bool",
        ValueKind.Double => $"double",
        ValueKind.Single => $"float",
        ValueKind.Decimal => $"decimal",
        ValueKind.Timestamp => RuntimeNames.DateTimeOffset,
        ValueKind.Json => RuntimeNames.JsonElement,
        ValueKind.ErrorCode => RuntimeNames.ErrorCode,
        ValueKind.List => $"{RuntimeNames.ReadOnlyList}<{Name(type.Element!)}>",
        ValueKind.Map => $"{RuntimeNames.ReadOnlyDictionary}<string, {Name(type.Element!)}>",
        _ => Visible(type.Name!),
    };

    public static bool IsValueType(TypeReference type) =>
        type.Kind is ValueKind.Int32 or ValueKind.Int64 or ValueKind.Boolean or ValueKind.Double or ValueKind.Single or ValueKind.Decimal or ValueKind.Timestamp
            or ValueKind.Json or ValueKind.OpenEnum;

    /// <summary>Returns the expression that a writer takes. An open enumeration is written as its text.</summary>
    public static Code Written(CatalogMember member, Code value, bool isNullable) => member.Type switch
    {
        { Kind: ValueKind.OpenEnum } => $"{value}{Code.If(isNullable, $"?.Value", $".Value")}",
        { Kind: ValueKind.List, Element.Kind: ValueKind.OpenEnum } => $"{RuntimeNames.Json}.Texts({value})",
        _ => value,
    };

    /// <summary>
    /// Where an argument's value is kept. A required value has the same type on every framework, so that an assembly can be exchanged for one of another
    /// framework; where the language has no required members, a nullable field beside the property knows whether it was set.
    /// </summary>
    public static Code Storage(CatalogMember member, bool hasRequired) =>
        Code.If(HasStorage(member, hasRequired), $"{new Identifier("_" + member.Identifier)}", $"{new Identifier(member.Identifier)}");

    /// <summary>Gets whether an argument's value has a separate field.</summary>
    public static bool HasStorage(CatalogMember member, bool hasRequired) => member.IsRequired && !hasRequired && IsValueType(member.Type);

    /// <summary>Returns the value of a missing list or map; <see langword="null"/> for other types.</summary>
    public Code? Empty(TypeReference type) => type.Kind switch
    {
        ValueKind.List => $"{RuntimeNames.Array}.Empty<{Name(type.Element!)}>()",
        ValueKind.Map => $"new {RuntimeNames.Dictionary}<string, {Name(type.Element!)}>()",
        _ => null,
    };

    /// <summary>Returns the expression that reads a value.</summary>
    public Code Read(TypeReference type)
    {
        switch (type.Kind)
        {
            case ValueKind.List:
                return ReadElements($"List", type.Element!);
            case ValueKind.Map:
                return ReadElements($"Map", type.Element!);
            case ValueKind.Structure or ValueKind.ErrorCode:
                return $"reader.Structure({Reader(type)})";
            case ValueKind.OpenEnum:
                Code name = Visible(type.Name!);
                return $"reader.String() is {{ }} text ? new {name}(text) : default({name}?)";
            default:
                return $"reader.{Method(type.Kind)}()";
        }
    }

    private Code ReadElements(Code container, TypeReference element) => element.Kind switch
    {
        ValueKind.Structure or ValueKind.ErrorCode => $"reader.{container}({Reader(element)})",
        ValueKind.OpenEnum => $"reader.{container}(static (ref {RuntimeNames.Reader} r) => new {Visible(element.Name!)}(r.String()!))",
        ValueKind.List when element.Element!.Kind == ValueKind.String => $"reader.{container}(static (ref {RuntimeNames.Reader} r) => r.StringList())",
        ValueKind.List => $"reader.{container}(static (ref {RuntimeNames.Reader} r) => r.List({Reader(element.Element!, $"e")}))",
        _ => $"reader.{Method(element.Kind)}{container}()",
    };

    /// <summary>Returns the static reader of a structure, as an argument for a reader of lists.</summary>
    public Code Reader(TypeReference type) => Reader(type, $"r");

    private Code Reader(TypeReference type, Code parameter)
    {
        Code name = type.Kind == ValueKind.ErrorCode ? RuntimeNames.ErrorCode : Visible(type.Name!);
        return Code.If(_cachesMethodGroups, $"{name}.Read", $"static (ref {RuntimeNames.Reader} {parameter}) => {name}.Read(ref {parameter})");
    }

    /// <summary>Returns the name of a generated type, qualified by its namespace if the class hides the name.</summary>
    public Code Visible(string name) =>
        Code.If(_hidden.Contains(name), $"global::{_namespace}.{new Identifier(name)}", $"{new Identifier(name)}");

    private static Code Method(ValueKind kind) => kind switch
    {
        ValueKind.Int32 => $"Int32",
        ValueKind.Int64 => $"Int64",
        ValueKind.Boolean => $"Boolean",
        ValueKind.Double => $"Double",
        ValueKind.Single => $"Single",
        ValueKind.Decimal => $"Decimal",
        ValueKind.Timestamp => $"DateTimeOffset",
        ValueKind.Json => $"Element",
        _ => $"String",
    };
}
