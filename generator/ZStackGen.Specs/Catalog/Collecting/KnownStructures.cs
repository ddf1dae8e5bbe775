using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>A known structure of ZStack, without descriptions.</summary>
internal sealed class KnownStructure(string name, string? extends, string[] fieldNames, DocumentedType[] fieldTypes, string[] values)
{
    public string Name { get; } = name;

    public string? Extends { get; } = extends;

    public string[] FieldNames { get; } = fieldNames;

    public DocumentedType[] FieldTypes { get; } = fieldTypes;

    /// <summary>Gets the constants of an enumeration; otherwise, empty.</summary>
    public string[] Values { get; } = values;

    public bool IsEnumeration => Values.Length > 0;

    /// <summary>Returns the type of a field; <see langword="null"/> if the structure has no such field.</summary>
    public DocumentedType? TypeOf(string field)
    {
        int index = Array.IndexOf(FieldNames, field);
        return index < 0 ? null : FieldTypes[index];
    }
}

/// <summary>
/// ZStack's known structures (names, fields, types, bases, constants), used to name the anonymous tables of pages.
/// The embedded text is created by a test and loaded only when a page needs it.
/// </summary>
internal sealed class KnownStructures
{
    private const string ResourceName = "ZStackGen.Specs.Catalog.KnownStructures.txt";

    private static readonly Lazy<KnownStructures> s_instance = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    private readonly Dictionary<string, KnownStructure> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _queryElements = new(StringComparer.Ordinal);

    private KnownStructures()
    {
    }

    public static KnownStructures Instance => s_instance.Value;

    /// <summary>Gets all structures that are not enumerations, in ordinal order of their names.</summary>
    public List<KnownStructure> Structures { get; } = [];

    /// <summary>Gets the index of the structures by field names.</summary>
    public StructureIndex Index { get; } = new();

    public KnownStructure? Find(string name) => _byName.TryGetValue(name, out KnownStructure? known) ? known : null;

    /// <summary>Returns the structure that a query API returns, if it does not follow from the API's name.</summary>
    public string? QueryElement(string apiName) => _queryElements.TryGetValue(apiName, out string? name) ? name : null;

    private static KnownStructures Load()
    {
        var result = new KnownStructures();
        using Stream stream = typeof(KnownStructures).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException("The resource " + ResourceName + " is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            result.Add(line);
        return result;
    }

    /// <summary>
    /// Reads a line: <c>Name[:Base]|field code|…</c>, <c>Enumeration=A,B</c> or <c>?QueryApi=Structure</c>. A code is one of s i l b d f t o,
    /// <c>[Element</c>, <c>{Element</c>, or a name.
    /// </summary>
    private void Add(string line)
    {
        if (line.Length == 0)
            return;
        int equals = line.IndexOf('=');
        if (line[0] == '?')
        {
            _queryElements[line.Substring(1, equals - 1)] = line.Substring(equals + 1);
            return;
        }

        if (equals > 0)
        {
            string enumeration = line.Substring(0, equals);
            _byName[enumeration] = new KnownStructure(enumeration, null, [], [], line.Substring(equals + 1).Split(','));
            return;
        }

        string[] parts = line.Split('|');
        string[] head = parts[0].Split(':');
        var names = new string[parts.Length - 1];
        var types = new DocumentedType[parts.Length - 1];
        for (int i = 1; i < parts.Length; i++)
        {
            int space = parts[i].IndexOf(' ');
            names[i - 1] = parts[i].Substring(0, space);
            types[i - 1] = DocumentedType.Parse(Decode(parts[i].Substring(space + 1)));
        }

        var structure = new KnownStructure(head[0], head.Length > 1 ? head[1] : null, names, types, []);
        _byName[structure.Name] = structure;
        Structures.Add(structure);
        Index.Add(structure.Name, names);
    }

    private static string Decode(string code) => code switch
    {
        "s" => "String",
        "i" => "Integer",
        "l" => "Long",
        "b" => "Boolean",
        "d" => "Double",
        "f" => "Float",
        "t" => "Timestamp",
        "o" => "Object",
        "[" => "List",
        "{" => "Map",
        _ when code[0] == '[' => "List<" + Decode(code.Substring(1)) + ">",
        _ when code[0] == '{' => "Map<String," + Decode(code.Substring(1)) + ">",
        _ => code,
    };
}
