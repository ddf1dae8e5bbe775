using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;
using ZStack.Tests.Model;

namespace ZStack.Tests.Json;

/// <summary>An object is deserialized as the class that the schema of the response names (PROTOCOL.md §6).</summary>
public class SubclassTests
{
    private const string Kvm = "org.zstack.kvm.KVMHostInventory";

    [Theory]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"schema":{"inventory":"org.zstack.kvm.KVMHostInventory"}}""")]
    [InlineData("""{"schema":{"inventory":"org.zstack.kvm.KVMHostInventory"},"inventory":{"name":"a","sshPort":22}}""")]
    [InlineData("""{ "total" : 1 , "schema" : { "inventory" : "org.zstack.kvm.KVMHostInventory" } , "inventory" : { "name" : "a", "sshPort" : 22 } , "success" : true }""")]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"schema":{"inventory":"KVMHostInventory"}}""")]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"schema":{"inventory":"org.zstack.kvm.Hosts$KVMHostInventory"}}""")]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"schema":{"\u0069nventory":"org.zstack.kvm.KVM\u0048ostInventory"}}""")]
    [InlineData("""{"\u0069nventory":{"name":"a","sshPort":22},"schema":{"inventory":"org.zstack.kvm.KVMHostInventory"}}""")]
    public void The_schema_may_precede_or_follow_the_data_in_any_JSON_notation(string json)
    {
        KVMHostInventory host = Assert.IsType<KVMHostInventory>(Read(json).Inventory);
        Assert.Equal(("a", 22), (host.Name, host.SshPort));
    }

    [Theory]
    [InlineData("""{"inventory":{"name":"a"},"schema":{"inventory":"a.KVMHostInventory"},"x":{"schema":{"inventory":"a.NestedHostInventory"}}}""", "KVMHostInventory")]
    [InlineData("""{"x":{"schema":{"inventory":"a.NestedHostInventory"}},"inventory":{"name":"a"},"schema":{"inventory":"a.KVMHostInventory"}}""", "KVMHostInventory")]
    [InlineData("""{"inventory":{"name":"a","schema":{"inventory":"a.NestedHostInventory"}}}""", "HostInventory")]
    [InlineData("""{"inventory":{"name":"a","x":[{"schema":{"inventory":"a.NestedHostInventory"}}]}}""", "HostInventory")]
    [InlineData("""{"schema":{"inventory":"a.KVMHostInventory"},"inventory":{"name":"a","schema":{"inventory":"a.NestedHostInventory"}}}""", "KVMHostInventory")]
    [InlineData("""{"inventory":{"name":"\"schema\":{\"inventory\":\"a.NestedHostInventory\"}}"},"schema":{"inventory":"a.KVMHostInventory"} } """, "KVMHostInventory")]
    [InlineData("""{"inventory":{"name":"\",\"schema\":{\"inventory\":\"a.NestedHostInventory\"}}"}}""", "HostInventory")]
    [InlineData("""{"inventory":{"name":"a"},"\u0073chema":{"inventory":"a.NestedHostInventory"},"schema":{"inventory":"a.KVMHostInventory"},"total":1}""", "NestedHostInventory")]
    public void Only_the_schema_of_the_response_itself_is_used(string json, string expected) => Assert.Equal(expected, Read(json).Inventory!.GetType().Name);

    [Fact]
    public void Elements_of_lists_members_and_map_entries_each_get_their_own_class()
    {
        QueryHostAction.Result result = Read("""
            {"schema":{"inventories[0]":"org.zstack.header.host.HostInventory","inventories[1]":"org.zstack.kvm.KVMHostInventory",
              "inventories[1].guests[1]":"a.NestedHostInventory","inventories[1].peer":"org.zstack.kvm.KVMHostInventory","inventories[1].peer.peer":"a.NestedHostInventory",
              "inventories[10]":"org.zstack.kvm.KVMHostInventory","map.a":"org.zstack.kvm.KVMHostInventory","map.b.c[0].d":"a.NestedHostInventory","map":"java.util.HashMap"},
             "inventories":[{"name":"0"},{"name":"1","sshPort":1,"guests":[{"name":"g0"},{"name":"g1"}],"peer":{"name":"p","peer":{"name":"pp","sshPort":3}}},
               {},{},{},{},{},{},{},{},{"name":"10","sshPort":10},{}],
             "map":{"a":{"sshPort":5},"b":{},"b.c[0].d":{"sshPort":6}}}
            """);

        Assert.Equal([1, 10], result.Inventories.Select((host, i) => host is KVMHostInventory ? i : -1).Where(i => i >= 0));
        Assert.Equal(["HostInventory", "NestedHostInventory"], result.Inventories[1].Guests.Select(guest => guest.GetType().Name));
        Assert.Equal("KVMHostInventory", result.Inventories[1].Peer!.GetType().Name);
        Assert.Equal(3, Assert.IsType<NestedHostInventory>(result.Inventories[1].Peer!.Peer).SshPort);
        Assert.Equal(5, Assert.IsType<KVMHostInventory>(result.Map["a"]).SshPort);
        Assert.Equal(typeof(HostInventory), result.Map["b"].GetType());
        Assert.Equal(6, Assert.IsType<NestedHostInventory>(result.Map["b.c[0].d"]).SshPort);
    }

    [Theory]
    [InlineData("""{"inventory":{"name":"a","sshPort":22}}""")]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"schema":{}}""")]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"schema":{"inventory":"org.zstack.esx.ESXHostInventory"}}""")]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"schema":{"inventories[0]":"org.zstack.kvm.KVMHostInventory","inventoryX":"org.zstack.kvm.KVMHostInventory","inv":"a.KVMHostInventory"}}""")]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"schema":["inventory"]}""")]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"schema":null}""")]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"schema":{"inventory":7,"x":{"inventory":"org.zstack.kvm.KVMHostInventory"}}}""")]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"x":{"schema":{"inventory":"org.zstack.kvm.KVMHostInventory"}}}""")]
    [InlineData("""{"inventory":{"name":"a","sshPort":22},"schema":{"inventory":""}}""")]
    public void An_unknown_class_becomes_the_declared_one_and_keeps_unknown_members(string json)
    {
        HostInventory host = Read(json).Inventory!;
        Assert.Equal(typeof(HostInventory), host.GetType());
        Assert.Equal("a", host.Name);
        Assert.Equal(22, host.UnknownMembers["sshPort"].GetInt32());
    }

    [Fact]
    public void A_subclass_is_never_read_as_its_base_or_as_an_unrelated_class()
    {
        const string Json = """{"peer":{"name":"p"},"schema":{"":"a.NestedHostInventory","peer":"a.VmInstanceInventory"}}""";
        KVMHostInventory host = ZStackJson.Read(Json, KVMHostInventory.Read);
        Assert.IsType<NestedHostInventory>(host);
        Assert.Equal(typeof(HostInventory), host.Peer!.GetType());
    }

    [Fact]
    public void A_result_that_is_written_is_read_back_with_its_subclasses()
    {
        QueryHostAction.Result result = Read("""{"inventories":[{"name":"a","sshPort":22,"new":[1]}],"schema":{"inventories[0]":"org.zstack.kvm.KVMHostInventory"}}""");
        var again = Assert.IsType<KVMHostInventory>(Read(ZStackJson.ToJson(result)).Inventories[0]);
        Assert.Equal((22, 1), (again.SshPort, again.UnknownMembers["new"][0].GetInt32()));
    }

    [Fact]
    public void In_JSON_of_the_user_a_value_has_no_schema_and_the_declared_class()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new ZStackJsonTypeInfoResolver().Add(HostInventory.Read) };
        HostInventory kvm = new KVMHostInventory { Name = "a", SshPort = 22 };
        string json = JsonSerializer.Serialize(kvm, options.GetTypeInfo(typeof(HostInventory)));
        Assert.Equal("""{"name":"a","guests":[],"sshPort":22}""", json);
        var host = (HostInventory)JsonSerializer.Deserialize(json, options.GetTypeInfo(typeof(HostInventory)))!;
        Assert.Equal(typeof(HostInventory), host.GetType());
        Assert.Equal(22, host.UnknownMembers["sshPort"].GetInt32());
    }

    [Fact]
    public void A_cut_off_response_is_reported_as_without_subclasses()
    {
        var e = Assert.Throws<ZStackProtocolException>(() => Read("""{"inventory":{"name":"a"},"schema":{"inventory":"org"""));
        Assert.Contains("is cut off after 52 bytes at $.sc", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_in_data_and_schema_is_refused()
    {
        string path = "inventory" + string.Concat(Enumerable.Repeat(".peer", 5000));
        string json = "{\"schema\":{\"" + path + "\":\"" + Kvm + "\"},\"inventory\":" + string.Concat(Enumerable.Repeat("{\"peer\":", 5000)) + "null" + new string('}', 5001);
        Assert.Contains("not valid JSON", Assert.Throws<ZStackProtocolException>(() => Read(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_of_pairs_has_no_paths_and_the_declared_class()
    {
        QueryHostAction.Result result = Read("""{"map":[["a",{"name":"1"}],["b",{"peer":{}}]],"schema":{"map.a":"a.KVMHostInventory","map[0][1]":"a.KVMHostInventory","map[0]":"a.KVMHostInventory","map":"a.KVMHostInventory"}}""");
        Assert.Equal(typeof(HostInventory), result.Map["a"].GetType());
    }

    [Fact]
    public void A_nested_read_of_another_response_changes_nothing()
    {
        const string Inner = """{"schema":{"inventories[0].peer":"a.NestedHostInventory"},"inventories":[{"peer":{}}]}""";
        IReadOnlyList<HostInventory> outer = ZStackJson.Read(
            """{"inventories":[{},{"peer":{}}],"schema":{"inventories[1]":"a.KVMHostInventory","inventories[1].peer":"a.KVMHostInventory"}}""",
            static (ref JsonReader reader) =>
            {
                var holder = new Holder(static () => Assert.IsType<NestedHostInventory>(Read(Inner).Inventories[0].Peer));
                reader.ReadMembers(holder);
                return holder.Hosts;
            });
        Assert.Equal([typeof(HostInventory), typeof(KVMHostInventory)], outer.Select(static host => host.GetType()));
        Assert.IsType<KVMHostInventory>(outer[1].Peer);
    }

    [Fact]
    public void Any_number_of_invalid_paths_is_ignored()
    {
        string longKey = new('k', 300);
        var schema = new StringBuilder();
        for (int i = 0; i < 50_000; i++)
            schema.Append("\"inventories[0]\":\"org.zstack.kvm.KVMHostInventory\",\"").Append(i).Append("\":\"a\",");
        QueryHostAction.Result result = Read("{\"schema\":{" + schema + "\"map." + longKey + "\":\"" + Kvm + "\"},\"inventories\":[{}],\"map\":{\"" + longKey + "\":{},\"a\":{}}}");
        Assert.IsType<KVMHostInventory>(result.Inventories[0]);
        Assert.Equal(typeof(HostInventory), result.Map[longKey].GetType());
    }

    private sealed class Holder(Action read) : ZStackStructure
    {
        public IReadOnlyList<HostInventory> Hosts { get; private set; } = [];

        protected override bool ReadMember(ref JsonReader reader)
        {
            if (!reader.NameIs("inventories"u8))
                return false;
            Hosts = reader.List((ref JsonReader r) =>
            {
                read();
                return HostInventory.Read(ref r);
            });
            return true;
        }
    }

    [Fact]
    public void Random_responses_are_read_like_a_plain_search_for_each_path()
    {
        var random = new Random(20171114);
        for (int round = 0; round < 300; round++)
        {
            var classes = new Dictionary<string, string>(StringComparer.Ordinal);
            var schema = new List<string>();
            var map = new StringBuilder();
            var data = new StringBuilder();
            int count = random.Next(0, 40);
            for (int i = 0; i < count; i++)
                Object(data.Append(i == 0 ? "" : ","), string.Create(CultureInfo.InvariantCulture, $"inventories[{i}]"), 0);
            var keys = Enumerable.Range(0, random.Next(0, 6)).Select(_ => Key()).Distinct(StringComparer.Ordinal).ToList();
            foreach (string key in keys)
                Object(map.Append(map.Length == 0 ? "" : ",").Append(JsonSerializer.Serialize(key)).Append(':'), "map." + key, 0);
            string[] members =
            [
                "\"inventories\":[" + data + "]",
                "\"map\":{" + map + "}",
                "\"schema\":{" + string.Join(',', schema.OrderBy(_ => random.Next())) + "}",
            ];
            QueryHostAction.Result result = Read("{" + string.Join(',', members.OrderBy(_ => random.Next())) + "}");

            for (int i = 0; i < count; i++)
                Check(result.Inventories[i], string.Create(CultureInfo.InvariantCulture, $"inventories[{i}]"));
            foreach (string key in keys)
                Check(result.Map[key], "map." + key);

            void Object(StringBuilder json, string path, int depth)
            {
                string name = random.Next(4) switch { 0 => "KVMHostInventory", 1 => "NestedHostInventory", 2 => "HostInventory", _ => "" };
                if (name.Length > 0 && classes.TryAdd(path, name))
                    schema.Add(JsonSerializer.Serialize(path) + ":\"org.zstack." + name + "\"");
                json.Append("{\"name\":\"inventories[0]\"");
                if (depth < 3 && random.Next(2) == 0)
                    Object(json.Append(",\"peer\":"), path + ".peer", depth + 1);
                if (depth < 2 && random.Next(3) == 0)
                {
                    json.Append(",\"guests\":[");
                    int guests = random.Next(0, 13);
                    for (int i = 0; i < guests; i++)
                        Object(json.Append(i == 0 ? "" : ","), string.Create(CultureInfo.InvariantCulture, $"{path}.guests[{i}]"), depth + 2);
                    json.Append(']');
                }

                json.Append('}');
            }

            void Check(HostInventory host, string path)
            {
                Assert.Equal(classes.GetValueOrDefault(path, "HostInventory"), host.GetType().Name);
                if (host.Peer is not null)
                    Check(host.Peer, path + ".peer");
                for (int i = 0; i < host.Guests.Count; i++)
                    Check(host.Guests[i], string.Create(CultureInfo.InvariantCulture, $"{path}.guests[{i}]"));
            }

            // Keys may look like paths, but they are not paths into another value.
            string Key() => random.Next(5) switch { 0 => "ключ", 1 => "a.b[0]", 2 => "a", 3 => "=<é\\\"", _ => "k" + random.Next(100).ToString(CultureInfo.InvariantCulture) };
        }
    }

    private static QueryHostAction.Result Read(string json) => ZStackJson.Read(json, QueryHostAction.Result.Read);
}
