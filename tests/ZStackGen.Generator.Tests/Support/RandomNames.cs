using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>Random pages with names that collide with each other, with C#, with the runtime's classes, and with generated members.</summary>
internal sealed class RandomNames(Random random)
{
    private static readonly string[] s_words =
    [
        "field", "value", "record", "scoped", "required", "file", "extension", "class", "event", "global", "await", "var", "dynamic", "nint", "partial", "where", "init", "get", "set", "add", "remove", "when", "args", "notnull", "unmanaged", "allows", "yield", "nameof", "base", "this",
        "Read", "System", "ZStack", "Result", "ReadMember", "WriteMembers", "UnknownMembers", "Query", "QueryFields", "QueryField", "Value", "IsKnown", "KnownValues", "TryParse", "Parse", "Known", "Create", "ReadResult", "ReadInventory", "ReadInventories", "SystemTag", "SystemTags", "UserTags", "UserTag", "TagUuid", "Field", "Prefix",
        "Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "ReferenceEquals", "Api", "SessionId", "WritePath", "WriteQuery", "WriteBody", "WriteBodyOutsideWrapper", "Success", "Error", "Schema", "Response", "Inventory", "Inventories", "Total",
        "uuid", "name", "Name", "NAME", "nAME", "uuid2", "name2", "Conditions", "Limit", "Start", "Count", "Sort", "Fields", "FilterName", "ReplyWithCount",
        "ZStackAction", "ZStackResult", "ZStackStructure", "ZStackQuery", "ZStackError", "Since", "SinceAttribute", "ErrorCode", "Obsolete", "Json", "Generic", "Wire", "Array", "DateTimeOffset", "JsonElement", "Dictionary", "IReadOnlyList", "IEquatable", "IParsable", "Serialization", "ApiDescriptor", "ApiTraits", "Task", "Exception", "Action", "Attribute", "Object", "String", "Int32", "Void", "Nullable", "Enum", "Owner", "Writer", "Reader", "reader", "writer", "path", "query", "body", "x", "r", "e", "text", "left", "right", "other", "obj", "provider", "s_api", "s_known", "_value", "_uuid", "op_Equality", "op_Implicit", "get_Name", "set_Name", "get_Value", "add_X",
        "State", "StateValue", "state", "StateValueValue", "States", "Thing", "ThingInventory", "ThingValue", "thing", "DoThing", "DoThingAction", "DoThingActionAction", "Thing2", "Thing3",
        "9lives", "4.7.0", "4_7_0", "x86_64", "-", "--", "_", "__", "$", "a-b", "a_b", "aB", "ab", "A.B", "a.b.c", "a b", "@class", "ünïcode", "u\u0308nicode", "é", "e\u0301", "\u0301", "名称", "状态", "名", "שלום", "مرحبا", "\u202Eabc", "a\u200Bb", "a\u00ADb", "🔥", "a🔥", "𝒜bc", "ﬁ", "ß", "ı", "İ", "ǅ", "ª", "Ⅷ", "ⅷ", "٣", "a٣", "\u00B5", "\u03BC", "ſ", "K", "ﾊ", "〇", "a\u0345", "\u0661a", new('n', 1000), new('n', 119), new('n', 120), new('n', 121), new string('n', 118) + "Value", new string('n', 1000) + "2", new string('\u0301', 200),
    ];

    private static readonly string[] s_types = ["String", "Long", "Integer", "Boolean", "List", "Map", "Timestamp", "Object", "List<String>", "Map<String, Long>", "Map<String, List<Map<String, String>>>", "List<List<String>>", "List<List<Long>>", "byte", "char", "short", "BigDecimal", "Float", "Double", "Date", "Set<String>", "String[]", "List<Map<String, Object>>", "ErrorCode", "List<ErrorCode>", "Map<String, List<ErrorCode>>"];

    private readonly List<string> _structures = [];

    /// <summary>Returns the pages of a project.</summary>
    public List<PageModel> Pages(int apis, int structures)
    {
        var pages = new List<PageModel>();
        for (int i = 0; i < structures; i++)
            _structures.Add(Word());
        foreach (string name in _structures.Distinct(StringComparer.Ordinal))
            pages.Add(new PageModel("/project/specs/types/" + pages.Count + ".md", default, new EquatableArray<StructureModel>([Structure(name)])));
        for (int i = 0; i < apis; i++)
            pages.Add(new PageModel("/project/specs/" + (random.Next(3) == 0 ? Word() + "/" : "") + i + ".md", new EquatableArray<ApiModel>([Api(Word())]), default));
        return pages;
    }

    private string Word() => random.Next(12) == 0 ? s_words[random.Next(s_words.Length)] + s_words[random.Next(s_words.Length)] : s_words[random.Next(s_words.Length)];

    private string Type()
    {
        string structure = _structures[random.Next(_structures.Count)];
        return random.Next(8) switch
        {
            0 or 1 => structure,
            2 => "List<" + structure + ">",
            3 => "Map<String, " + structure + ">",
            4 => "Map<String, List<" + structure + ">>",
            _ => s_types[random.Next(s_types.Length)],
        };
    }

    private List<string> Words(int most) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => Word()).Distinct(StringComparer.Ordinal)];

    private EquatableArray<string> Values() => random.Next(3) == 0 ? new EquatableArray<string>([.. Words(6)]) : default;

    private StructureModel Structure(string name) => random.Next(5) == 0
        ? new StructureModel { Id = "s1", Name = name, Values = new EquatableArray<string>([.. Words(8), "A"]) }
        : new StructureModel
        {
            Id = "s1",
            Name = name,
            Extends = random.Next(3) == 0 ? _structures[random.Next(_structures.Count)] : null,
            Fields = new EquatableArray<FieldModel>([.. Words(12).Append("uuid").Distinct().Select(Field)]),
        };

    private FieldModel Field(string name)
    {
        EquatableArray<string> values = Values();
        return new FieldModel { Name = name, Type = values.Count > 0 ? random.Next(2) == 0 ? "String" : "List<String>" : Type(), Values = values };
    }

    private ApiModel Api(string name)
    {
        bool isQuery = random.Next(3) == 0;
        string method = isQuery ? "GET" : new[] { "POST", "PUT", "DELETE", "GET" }[random.Next(4)];
        List<FieldModel> response = random.Next(2) == 0
            ? [.. Words(8).Select(Field)]
            : [new FieldModel { Name = "inventories", Type = "List<" + _structures[random.Next(_structures.Count)] + ">" }, .. Words(2).Select(Field)];
        return new ApiModel
        {
            Name = name,
            Method = method,
            Path = "/v1/things",
            IsQuery = isQuery,
            Wrapper = method is "POST" ? "params" : null,
            Parameters = new EquatableArray<ParameterModel>([.. Words(10).Select(word => Parameter(word, method))]),
            Response = new ResponseModel(new EquatableArray<FieldModel>([.. response.DistinctBy(field => field.Name)])),
            SystemTags = new EquatableArray<SystemTagModel>([.. Enumerable.Range(0, random.Next(4)).Select(_ => new SystemTagModel(string.Join("::", Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(2) == 0 ? Word() : "{" + Word() + "}")), null, null))]),
        };
    }

    private ParameterModel Parameter(string name, string method)
    {
        EquatableArray<string> values = Values();
        return new ParameterModel
        {
            Name = name,
            Type = values.Count > 0 ? random.Next(2) == 0 ? "String" : "List<String>" : Type(),
            Location = method is "POST" or "PUT" ? ParameterLocation.Body : ParameterLocation.Query,
            InWrapper = method is "POST",
            IsRequired = random.Next(3) == 0,
            Values = values,
        };
    }
}
