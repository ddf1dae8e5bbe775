namespace ZStackGen.Specs.Tests;

/// <summary>A short page per layout, in our own words, all about the same invented API.</summary>
internal static class Pages
{
    /// <summary>The response sample of all pages.</summary>
    public const string Sample = "{\n\"inventory\": {\n\"uuid\": \"u1\"\n}\n}";

    public const string Own = """
        # OpenDoor

        Opens a door.

        `PUT /v1/doors/{uuid}/actions`

        Asynchronous.

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | Which door. | | 0.6 |
        | speed (optional) | String | body: openDoor | How fast. | Slow, Fast | 1.2.0 |
        | systemTags (optional) | List<String> | body | Labels. | | 0.6 |

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventory | [DoorInventory](#doorinventory) | The door. | 0.6 |

        ### DoorInventory

        | Name | Type | Description | Since |
        |---|---|---|---|
        | uuid | String | Its id. | 0.6 |

        ## Example

        Request:

        ```json
        {"openDoor": {"speed": "Fast"}}
        ```

        Response:

        ```json
        {
        "inventory": {
        "uuid": "u1"
        }
        }
        ```
        """;

    public const string OwnType = """
        # DoorInventory

        A door.

        Extends [Thing](Thing.md).
        Since 0.6.

        | Name | Type | Description | Since |
        |---|---|---|---|
        | uuid | String | Its id. | 0.6 |
        | neighbours | List<[DoorInventory](DoorInventory.md)> | Doors beside it. | 1.0 |
        """;

    public const string Official = """
        ## door - 开门(OpenDoor)

        把门打开

        ## API请求

        ### URLs

        ```
        PUT /v1/doors/{uuid}/actions
        ```

        ### Headers

        ```
        Authorization: OAuth the-session-uuid
        ```

        ### Body

        ```
        {
          "openDoor": {"speed": "Fast"},
          "systemTags": []
        }
        ```

        ### Curl示例

        ```
        curl -H "Authorization: OAuth b1" -X PUT -d '{"openDoor":{}}' http://localhost:8080/zstack/v1/doors/u1/actions
        ```

        ### 参数列表

        |名字|类型|位置|描述|可选值|起始版本|
        |---|---|---|---|---|---|
        |uuid|String|url|哪扇门||0.6|
        |speed (可选)|String|body(包含在`openDoor`结构中)|多快|<ul><li>Slow</li><li>Fast</li></ul>|1.2.0|
        |systemTags (可选)|List|body|||0.6|

        ## API返回

        ### 返回示例

        ```
        {
        "inventory": {
        "uuid": "u1"
        }
        }
        ```

        |名字|类型|描述|起始版本|
        |---|---|---|---|
        |error|ErrorCode|失败原因。 详情参考[error](#org.house.APIOpenDoorEvent.error)|0.6|
        |inventory|DoorInventory|详情参考[inventory](#org.house.APIOpenDoorEvent.inventory)|0.6|

        <a name="org.house.APIOpenDoorEvent.error"> **#error**<a/>

        |名字|类型|描述|起始版本|
        |---|---|---|---|
        |code|String|编号|0.6|
        |details|String||0.6|
        |cause|ErrorCode|更深的原因|0.6|

        <a name="org.house.APIOpenDoorEvent.inventory"> **#inventory**<a/>

        |名字|类型|描述|起始版本|
        |---|---|---|---|
        |uuid|String|编号|0.6|

        ## SDK示例

        ### Java SDK

        ```
        OpenDoorAction action = new OpenDoorAction();
        OpenDoorAction.Result res = action.call();
        ```
        """;

    public const string Pipe = """
        把门打开。
        PUT zstack/v1/doors/{uuid}/actions
        Authorization: OAuth the-session-uuid
        {
        "openDoor": {"speed": "Fast"},
        "systemTags": []
        }
        curl -H "Authorization: OAuth b1" \
        -X PUT -d '{"openDoor":{}}' \
        http://localhost:8080/zstack/v1/doors/u1/actions
        名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |
        ---|---|---|---|---|---|
        uuid | String | url | 哪扇门 | 0.6 | |
        speed (可选) | String | body(包含在openDoor结构中) | 多快 |
        | 1.2.0 |
        systemTags (可选) | List | body | 0.6 | | |
        {
        "inventory": {
        "uuid": "u1"
        }
        }
        名字 | 类型 | 描述 | 起始版本 |
        ---|---|---|---|
        error | ErrorCode | 失败原因。 详情参考error | 0.6 |
        inventory | DoorInventory | 详情参考inventory | 0.6 |
        名字 | 类型 | 描述 | 起始版本 |
        ---|---|---|---|
        code | String | 编号 | 0.6 |
        details | String | 0.6 | |
        cause | ErrorCode | 更深的原因 | 0.6 |
        名字 | 类型 | 描述 | 起始版本 |
        ---|---|---|---|
        uuid | String | 编号 | 0.6 |
        OpenDoorAction action = new OpenDoorAction();
        OpenDoorAction.Result res = action.call();
        """;

    public const string GluedPipe = """
        OpenDoor
        API Request
        URLs
        PUT zstack/v1/doors/{uuid}/actionsHeaders
        Authorization: OAuth the-session-uuidBody
        {
        "openDoor": {"speed": "Fast"},
        "systemTags": []
        }
        Note: tags may be left out.Curl
        Sample
        curl -H "Authorization: OAuth b1" \
        -X PUT -d '{"openDoor":{}}' \
        http://localhost:8080/zstack/v1/doors/u1/actionsRequest Parameters
        | Name | Type | Location | Description | Optional Value | Starting Version |
        |---|---|---|---|---|---|
        | uuid | String | url | Which door. | 0.6 | |
        | speed | String | body (contained in the openDoor structure) | Optional. How fast.
        |
        |
        1.2.0 |
        | systemTags | List | body | Optional. | 0.6 |
        API Response
        Sample
        Response
        {
        "inventory": {
        "uuid": "u1"
        }
        }| Name | Type | Description | Starting Version |
        |---|---|---|---|
        | error | ErrorCode | Why not. See error. | 0.6 |
        | inventory | DoorInventory | See inventory. | 0.6 |
        #error
        | Name | Type | Description | Starting Version |
        |---|---|---|---|
        | code | String | Number | 0.6 |
        | details | String | 0.6 | |
        | cause | ErrorCode | Behind it | 0.6 |
        #inventory
        | Name | Type | Description | Starting Version |
        |---|---|---|---|
        | uuid | String | Id | 0.6 |
        SDK
        Sample
        Java
        SDK
        OpenDoorAction action = new OpenDoorAction();
        OpenDoorAction.Result res = action.call();Python
        SDK
        """;

    public const string Plain = """
        Manual

        Open a Door (OpenDoor)

        Opens a door.

        API Request

        URLs
        PUT zstack/v1/doors/{uuid}/actions
        Headers
        Authorization: OAuth the-session-uuid
        Body
        {"openDoor": {"speed": "Fast"}, "systemTags": []}
        Curl Example
        curl -H "Authorization: OAuth b1" \ -X PUT -d '{"openDoor":{}}' \ http://localhost:8080/zstack/v1/doors/u1/actions
        Parameter List
        Name Type Location Description Allowed Values Starting Version
        uuid String url Which door 0.6
        speed (optional) String body (contained in the openDoor structure) How fast
          • Slow
          • Fast
        1.2.0
        systemTags (optional) List body 0.6

        API Response

        Response Example
        {
        "inventory": {
        "uuid": "u1"
        }
        }
        Name Type Description Starting Version
        error ErrorCode Why not. For details, see error 0.6
        inventory DoorInventory For details, see inventory 0.6
        #error
        Name Type Description Starting Version
        code String Number 0.6
        details String 0.6
        cause ErrorCode Behind it 0.6
        #inventory
        Name Type Description Starting Version
        uuid String Id 0.6

        SDK Sample

        Java SDK
        OpenDoorAction action = new OpenDoorAction();
        OpenDoorAction.Result res = action.call();
        """;

    public static readonly string[] All = [Own, OwnType, Official, Pipe, GluedPipe, Plain];
}
