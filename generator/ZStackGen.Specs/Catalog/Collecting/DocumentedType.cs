using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>The kind of value of a type cell.</summary>
public enum DocumentedKind
{
    /// <summary>The row has no type.</summary>
    None,

    /// <summary>A text.</summary>
    String,

    /// <summary>A 32-bit integer.</summary>
    Int32,

    /// <summary>A 64-bit integer.</summary>
    Int64,

    /// <summary>A Boolean value.</summary>
    Boolean,

    /// <summary>A double-precision floating-point number.</summary>
    Double,

    /// <summary>A single-precision floating-point number.</summary>
    Single,

    /// <summary>A decimal number with arbitrary precision.</summary>
    Decimal,

    /// <summary>A timestamp.</summary>
    Timestamp,

    /// <summary>Any JSON value.</summary>
    Object,

    /// <summary>A JSON array.</summary>
    List,

    /// <summary>A JSON object with arbitrary keys.</summary>
    Map,

    /// <summary>The name of a structure or enumeration.</summary>
    Named,
}

/// <summary>A parsed type cell. Java type names, generic arguments, arrays, package prefixes and Markdown links are supported.</summary>
public sealed class DocumentedType
{
    private const int MaxDepth = 8;

    private static readonly DocumentedType s_none = new(DocumentedKind.None, null, null);
    private static readonly DocumentedType s_string = new(DocumentedKind.String, null, null);
    private static readonly DocumentedType s_int32 = new(DocumentedKind.Int32, null, null);
    private static readonly DocumentedType s_int64 = new(DocumentedKind.Int64, null, null);
    private static readonly DocumentedType s_boolean = new(DocumentedKind.Boolean, null, null);
    private static readonly DocumentedType s_double = new(DocumentedKind.Double, null, null);
    private static readonly DocumentedType s_single = new(DocumentedKind.Single, null, null);
    private static readonly DocumentedType s_decimal = new(DocumentedKind.Decimal, null, null);
    private static readonly DocumentedType s_timestamp = new(DocumentedKind.Timestamp, null, null);
    private static readonly DocumentedType s_object = new(DocumentedKind.Object, null, null);
    private static readonly DocumentedType s_list = new(DocumentedKind.List, null, null);
    private static readonly DocumentedType s_map = new(DocumentedKind.Map, null, null);

    /// <summary>Gets the recommended type names, in ordinal order.</summary>
    public static IReadOnlyList<string> Words { get; } = ["Boolean", "Double", "Float", "Integer", "List", "Long", "Map", "Object", "String", "Timestamp"];

    private DocumentedType(DocumentedKind kind, string? name, DocumentedType? element)
    {
        Kind = kind;
        Name = name;
        Element = element;
    }

    /// <summary>Gets the kind of value.</summary>
    public DocumentedKind Kind { get; }

    /// <summary>Gets the name of the type for <see cref="DocumentedKind.Named"/>.</summary>
    public string? Name { get; }

    /// <summary>Gets the element type of a list or map; <see langword="null"/> if the cell does not state it.</summary>
    public DocumentedType? Element { get; }

    /// <summary>Gets the name of the structure in the cell, as value type or as element type.</summary>
    public string? MentionedName => Name ?? Element?.MentionedName;

    /// <summary>Parses a type cell.</summary>
    public static DocumentedType Parse(string? cell) => cell is null ? s_none : Parse(cell, 0);

    private static DocumentedType Parse(string cell, int depth) => cell switch
    {
        "String" or "string" => s_string,
        "List" or "Set" or "ArrayList" => s_list,
        "Integer" or "int" => s_int32,
        "Long" or "long" => s_int64,
        "Boolean" or "boolean" => s_boolean,
        "Timestamp" => s_timestamp,
        "Map" or "LinkedHashMap" or "HashMap" => s_map,
        _ => ParseRare(cell.Trim(), depth),
    };

    private static DocumentedType ParseRare(string cell, int depth)
    {
        if (cell.Length == 0)
            return s_none;
        if (depth > MaxDepth)
            return s_object;
        if (cell[0] == '[' && cell.IndexOf("](", StringComparison.Ordinal) is var label && label > 0)
            return Parse(cell.Substring(1, label - 1), depth + 1);
        if (cell[0] == '`' && cell[cell.Length - 1] == '`' && cell.Length > 2)
            return Parse(cell.Substring(1, cell.Length - 2), depth + 1);
        // JSON has no bytes: a serializer writes them as a list of numbers or as Base64, and no page states which.
        if (cell.Equals("byte[]", StringComparison.OrdinalIgnoreCase))
            return s_object;
        if (cell.EndsWith("[]", StringComparison.Ordinal))
            return new DocumentedType(DocumentedKind.List, null, Parse(cell.Substring(0, cell.Length - 2), depth + 1));

        if (depth == 0 && TypePhrase.Read(cell) is { } names)
            return Parse(names, 1);
        int open = cell.IndexOf('<');
        if (open > 0 && cell[cell.Length - 1] == '>')
        {
            DocumentedType outer = Parse(cell.Substring(0, open), depth + 1);
            string arguments = cell.Substring(open + 1, cell.Length - open - 2);
            return outer.Kind switch
            {
                DocumentedKind.List => WithElement(DocumentedKind.List, Parse(arguments, depth + 1), s_list),
                DocumentedKind.Map => WithElement(DocumentedKind.Map, Parse(SecondArgument(arguments), depth + 1), s_map),
                _ => outer,
            };
        }

        int dot = cell.LastIndexOf('.');
        string name = dot >= 0 ? cell.Substring(dot + 1) : cell;
        return name switch
        {
            "String" or "UUID" or "Uuid" or "Enum" or "enum" or "URL" or "Char" or "char" or "Character" => s_string,
            "Integer" or "integer" or "INTEGER" or "Short" or "short" or "Byte" or "byte" or "Int" or "Int32" => s_int32,
            "Long" or "LONG" or "BigInteger" or "Int64" => s_int64,
            "Boolean" or "bool" or "Bool" or "BOOLEAN" => s_boolean,
            "Double" or "double" or "Number" or "number" => s_double,
            "BigDecimal" or "Decimal" or "decimal" => s_decimal,
            "Float" or "float" => s_single,
            "Timestamp" or "timestamp" or "Date" or "date" or "OffsetDateTime" or "DateTime" or "LocalDateTime" or "ZonedDateTime" => s_timestamp,
            "Object" or "object" or "JsonElement" or "JSONObject" or "Any" or "any" => s_object,
            "List" or "list" or "Set" or "set" or "Collection" or "ArrayList" or "LinkedList" or "HashSet" or "Array" or "array" or "IReadOnlyList" => s_list,
            "Map" or "map" or "LinkedHashMap" or "HashMap" or "TreeMap" or "IReadOnlyDictionary" => s_map,
            "" => s_none,
            _ => new DocumentedType(DocumentedKind.Named, name, null),
        };
    }

    private static DocumentedType WithElement(DocumentedKind kind, DocumentedType element, DocumentedType bare) =>
        element.Kind == DocumentedKind.None ? bare : new DocumentedType(kind, null, element);

    private static string SecondArgument(string arguments)
    {
        int depth = 0;
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case '<':
                    depth++;
                    break;
                case '>':
                    depth--;
                    break;
                case ',' when depth == 0:
                    return arguments.Substring(i + 1);
            }
        }

        return "";
    }
}
