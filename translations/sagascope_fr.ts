<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>ByteCause</name>
    <message>
        <source>Neither JSON nor a format that is known by its first bytes.</source>
        <translation>Ni du JSON, ni un format reconnaissable à ses premiers octets.</translation>
    </message>
    <message>
        <source>The record has no value: a tombstone, or a producer that serialised nothing.</source>
        <translation>L’enregistrement n’a pas de valeur : une pierre tombale, ou un producteur qui n’a rien sérialisé.</translation>
    </message>
    <message>
        <source>Framed for a schema registry: magic byte 0, schema id %1, then Avro, Protobuf or JSON.</source>
        <translation>Encadré pour un registre de schémas : octet magique 0, schéma n° %1, puis Avro, Protobuf ou JSON.</translation>
    </message>
    <message>
        <source>Compressed with gzip by the application.</source>
        <translation>Compressé en gzip par l’application.</translation>
    </message>
    <message>
        <source>Compressed with Zstandard by the application.</source>
        <translation>Compressé en Zstandard par l’application.</translation>
    </message>
    <message>
        <source>Compressed with LZ4 by the application.</source>
        <translation>Compressé en LZ4 par l’application.</translation>
    </message>
    <message>
        <source>Compressed with Snappy by the application.</source>
        <translation>Compressé en Snappy par l’application.</translation>
    </message>
    <message>
        <source>An object in Java&apos;s own serialisation.</source>
        <translation>Un objet dans la sérialisation propre à Java.</translation>
    </message>
    <message>
        <source>Text in UTF-16: every other byte is zero, or it begins with a byte order mark.</source>
        <translation>Du texte en UTF-16 : un octet sur deux est nul, ou il commence par une marque d’ordre des octets.</translation>
    </message>
    <message>
        <source>Text in ISO 8859-1 or Windows-1252: an accented letter is a single byte.</source>
        <translation>Du texte en ISO 8859-1 ou Windows-1252 : une lettre accentuée tient en un seul octet.</translation>
    </message>
    <message>
        <source>JSON that ends before its brackets are closed: it was cut off.</source>
        <translation>Du JSON qui finit avant que ses crochets soient fermés : il a été coupé.</translation>
    </message>
    <message>
        <source>Several JSON values behind one another in one record.</source>
        <translation>Plusieurs valeurs JSON à la suite dans un seul enregistrement.</translation>
    </message>
    <message>
        <source>Valid JSON, but a list, a text or a number instead of an object.</source>
        <translation>Du JSON valide, mais une liste, un texte ou un nombre au lieu d’un objet.</translation>
    </message>
    <message>
        <source>Plain text without JSON around it.</source>
        <translation>Du texte simple, sans JSON autour.</translation>
    </message>
    <message>
        <source>JSON in more levels than are read (1,024).</source>
        <translation>Du JSON à plus de niveaux qu’on n’en lit (1 024).</translation>
    </message>
    <message>
        <source>Look at the bytes, and at the producer&apos;s value.serializer.</source>
        <translation>Regardez les octets, et le value.serializer du producteur.</translation>
    </message>
    <message>
        <source>Nothing to do if the topic is compacted; otherwise look for a null in the producer.</source>
        <translation>Rien à faire si le topic est compacté ; sinon, cherchez un null chez le producteur.</translation>
    </message>
    <message>
        <source>Let the producer write JSON without the registry&apos;s serialiser, or read the topic with a consumer of that registry.</source>
        <translation>Faites écrire au producteur du JSON sans le sérialiseur du registre, ou lisez le topic avec un consommateur de ce registre.</translation>
    </message>
    <message>
        <source>Leave compression to Kafka (compression.type): consumers then undo it without knowing of it.</source>
        <translation>Laissez la compression à Kafka (compression.type) : les consommateurs la défont alors sans rien en savoir.</translation>
    </message>
    <message>
        <source>Set the producer&apos;s value.serializer to one that writes JSON.</source>
        <translation>Choisissez pour le producteur un value.serializer qui écrit du JSON.</translation>
    </message>
    <message>
        <source>Let the producer encode the text as UTF-8, as JSON wants it.</source>
        <translation>Faites encoder le texte en UTF-8 par le producteur, comme le veut JSON.</translation>
    </message>
    <message>
        <source>Look for a length limit on the producer&apos;s side (a column, a buffer) near this size.</source>
        <translation>Cherchez du côté du producteur une limite de longueur (colonne, tampon) proche de cette taille.</translation>
    </message>
    <message>
        <source>Send one record for each event.</source>
        <translation>Envoyez un enregistrement par événement.</translation>
    </message>
    <message>
        <source>Send an object with the members of the envelope.</source>
        <translation>Envoyez un objet avec les membres de l’enveloppe.</translation>
    </message>
    <message>
        <source>Look for an object that contains itself in the producer.</source>
        <translation>Cherchez chez le producteur un objet qui se contient lui-même.</translation>
    </message>
</context>
<context>
    <name>CausationGraph</name>
    <message>
        <source>compensation</source>
        <translation>compensation</translation>
    </message>
    <message>
        <source>missing cause</source>
        <translation>cause manquante</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) folded into one</source>
        <translation>
            <numerusform>%n événement réuni en un seul</numerusform>
            <numerusform>%n événements réunis en un seul</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeat(s) stacked on it</source>
        <translation>
            <numerusform>%n répétition empilée dessus</numerusform>
            <numerusform>%n répétitions empilées dessus</numerusform>
        </translation>
    </message>
    <message>
        <source>on the critical path</source>
        <translation>sur le chemin critique</translation>
    </message>
    <message>
        <source>part of a cycle: it is among its own causes</source>
        <translation>dans un cycle : il figure parmi ses propres causes</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>cycle</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>a pris %1</translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s) folded into one, the longest counts</source>
        <translation>
            <numerusform>%n arête réunie en une seule, la plus longue compte</numerusform>
            <numerusform>%n arêtes réunies en une seule, la plus longue compte</numerusform>
        </translation>
    </message>
    <message>
        <source>another attempt to handle the same event</source>
        <translation>une autre tentative de traiter le même événement</translation>
    </message>
    <message>
        <source>causationId names an event that nobody saw</source>
        <translation>causationId nomme un événement que personne n’a vu</translation>
    </message>
    <message>
        <source>inferred, score %1</source>
        <translation>déduit, score %1</translation>
    </message>
    <message>
        <source>by the rule %1 on a shared identifier</source>
        <translation>par la règle %1, sur un identifiant partagé</translation>
    </message>
    <message>
        <source>declared by causationId</source>
        <translation>déclaré par causationId</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Names of the bootstrap servers</source>
        <translation>Noms des serveurs d’amorçage</translation>
    </message>
    <message>
        <source>Connections to the bootstrap servers</source>
        <translation>Connexions aux serveurs d’amorçage</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identification</translation>
    </message>
    <message>
        <source>List of the brokers</source>
        <translation>Liste des brokers</translation>
    </message>
    <message>
        <source>Addresses that the brokers advertise</source>
        <translation>Adresses annoncées par les brokers</translation>
    </message>
    <message>
        <source>Right to read the topics</source>
        <translation>Droit de lire les topics</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) found</source>
        <translation>
            <numerusform>%n nom trouvé</numerusform>
            <numerusform>%n noms trouvés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bootstrap server(s) accept the connection</source>
        <translation>
            <numerusform>%n serveur d’amorçage accepte la connexion</numerusform>
            <numerusform>%n serveurs d’amorçage acceptent la connexion</numerusform>
        </translation>
    </message>
    <message>
        <source>Encryption as asked for</source>
        <translation>Chiffrement comme demandé</translation>
    </message>
    <message>
        <source>Login as asked for</source>
        <translation>Identification comme demandé</translation>
    </message>
    <message numerus="yes">
        <source>%n broker(s) known</source>
        <translation>
            <numerusform>%n broker connu</numerusform>
            <numerusform>%n brokers connus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n advertised address(es) accept the connection</source>
        <translation>
            <numerusform>%n adresse annoncée accepte la connexion</numerusform>
            <numerusform>%n adresses annoncées acceptent la connexion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) can be read</source>
        <translation>
            <numerusform>%n topic peut être lu</numerusform>
            <numerusform>%n topics peuvent être lus</numerusform>
        </translation>
    </message>
    <message>
        <source>The brokers advertise %1, a name that leads nowhere from here. Map it to a reachable address in the host map.</source>
        <translation>Les brokers annoncent %1, un nom qui ne mène nulle part d’ici. Associez-le à une adresse joignable dans la table des hôtes.</translation>
    </message>
    <message>
        <source>The name of %1 leads nowhere. Correct it, or map it in the host map.</source>
        <translation>Le nom de %1 ne mène nulle part. Corrigez-le, ou associez-le dans la table des hôtes.</translation>
    </message>
    <message>
        <source>The brokers advertise %1, which refuses the connection. Map it to a reachable address in the host map.</source>
        <translation>Les brokers annoncent %1, qui refuse la connexion. Associez-le à une adresse joignable dans la table des hôtes.</translation>
    </message>
    <message>
        <source>%1 refuses the connection. Check the port, and that the broker runs.</source>
        <translation>%1 refuse la connexion. Vérifiez le port, et que le broker tourne.</translation>
    </message>
    <message>
        <source>The brokers advertise %1, which does not answer. Map it to a reachable address in the host map, or open the firewall.</source>
        <translation>Les brokers annoncent %1, qui ne répond pas. Associez-le à une adresse joignable dans la table des hôtes, ou ouvrez le pare-feu.</translation>
    </message>
    <message>
        <source>%1 takes the connection, and then does not answer as Kafka does. Check the port.</source>
        <translation>%1 accepte la connexion, puis ne répond pas comme Kafka. Vérifiez le port.</translation>
    </message>
    <message>
        <source>%1 does not answer. Check the address and the firewall.</source>
        <translation>%1 ne répond pas. Vérifiez l’adresse et le pare-feu.</translation>
    </message>
    <message>
        <source>%1 does not speak TLS. Untick TLS, or use the port that does.</source>
        <translation>%1 ne parle pas TLS. Décochez TLS, ou utilisez le port qui le parle.</translation>
    </message>
    <message>
        <source>%1 hangs up on plain text, as a TLS port does. Tick TLS.</source>
        <translation>%1 coupe court au texte en clair, comme un port TLS. Cochez TLS.</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by nobody whom this profile trusts. Choose the file of its CA.</source>
        <translation>Le certificat de %1 n’est signé par personne à qui ce profil fasse confiance. Choisissez le fichier de son autorité.</translation>
    </message>
    <message>
        <source>The certificate of %1 is made for another name. Use that name, mapped in the host map where it leads nowhere, or untick the check of names.</source>
        <translation>Le certificat de %1 est établi pour un autre nom. Utilisez ce nom, associé dans la table des hôtes s’il ne mène nulle part, ou décochez la vérification des noms.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired, or is not valid yet. Have it renewed, and check the clock here.</source>
        <translation>Le certificat de %1 a expiré, ou n’est pas encore valable. Faites-le renouveler, et vérifiez l’horloge d’ici.</translation>
    </message>
    <message>
        <source>%1 asks for a client certificate, or does not take this one. Choose one that it knows.</source>
        <translation>%1 demande un certificat client, ou n’accepte pas celui-ci. Choisissez-en un qu’il connaît.</translation>
    </message>
    <message>
        <source>A file of certificates or keys cannot be used (%1). Check the files, and the password of the key.</source>
        <translation>Un fichier de certificats ou de clés est inutilisable (%1). Vérifiez les fichiers, et le mot de passe de la clé.</translation>
    </message>
    <message>
        <source>%1 refuses the login. Check the user and the password, or the token.</source>
        <translation>%1 refuse l’identification. Vérifiez l’utilisateur et le mot de passe, ou le jeton.</translation>
    </message>
    <message>
        <source>%1 refuses the login. Check user and password; Kafka 4 also refuses SCRAM from a librdkafka before 2.6.1, whatever the password: use PLAIN over TLS then.</source>
        <translation>%1 refuse l’identification. Vérifiez l’utilisateur et le mot de passe ; Kafka 4 refuse aussi SCRAM d’une librdkafka antérieure à 2.6.1, quel que soit le mot de passe : utilisez alors PLAIN sur TLS.</translation>
    </message>
    <message>
        <source>%1 does not offer this kind of login. Choose another one.</source>
        <translation>%1 ne propose pas ce type d’identification. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The topic %1 is not shown to this user. Ask for the right to describe it.</source>
        <translation>Le topic %1 n’est pas montré à cet utilisateur. Demandez le droit de le décrire.</translation>
    </message>
    <message>
        <source>The topic %1 is shown to this user, who may not read it. Ask for the right to read it.</source>
        <translation>Le topic %1 est montré à cet utilisateur, qui ne peut pas le lire. Demandez le droit de le lire.</translation>
    </message>
    <message>
        <source>There is no topic %1. Correct its name.</source>
        <translation>Il n’y a pas de topic %1. Corrigez son nom.</translation>
    </message>
    <message>
        <source>No topic that this user may see matches %1. Correct the pattern, or ask for the right to describe topics.</source>
        <translation>Aucun topic visible pour cet utilisateur ne correspond à %1. Corrigez le motif, ou demandez le droit de décrire les topics.</translation>
    </message>
    <message>
        <source>%1 failed (%2). Check the settings of this step.</source>
        <translation>%1 a échoué (%2). Vérifiez les réglages de cette étape.</translation>
    </message>
    <message numerus="yes">
        <source>%n more like these</source>
        <translation>
            <numerusform>%n autre semblable</numerusform>
            <numerusform>%n autres semblables</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing came back about the topic %1. Check the broker that leads it, and test again.</source>
        <translation>Rien n’est revenu au sujet du topic %1. Vérifiez le broker qui le dirige, puis testez à nouveau.</translation>
    </message>
</context>
<context>
    <name>CompareSheet</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>only left</source>
        <translation>à gauche seulement</translation>
    </message>
    <message>
        <source>only right</source>
        <translation>à droite seulement</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) later on the right</source>
        <translation>
            <numerusform>%n place plus tard à droite</numerusform>
            <numerusform>%n places plus tard à droite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) earlier on the right</source>
        <translation>
            <numerusform>%n place plus tôt à droite</numerusform>
            <numerusform>%n places plus tôt à droite</numerusform>
        </translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>dans un autre ordre</translation>
    </message>
    <message>
        <source>left:  %1
right: %2
</source>
        <translation>gauche : %1
droite : %2
</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n champ</numerusform>
            <numerusform>%n champs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComposeText</name>
    <message>
        <source>number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>nombre entier</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>vrai ou faux</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>choix</translation>
    </message>
    <message>
        <source>object</source>
        <translation>objet</translation>
    </message>
    <message>
        <source>list</source>
        <translation>liste</translation>
    </message>
    <message>
        <source>is no JSON</source>
        <translation>n’est pas du JSON</translation>
    </message>
    <message>
        <source>is required</source>
        <translation>est obligatoire</translation>
    </message>
    <message>
        <source>must be of type %1</source>
        <translation>doit être de type %1</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>doit être l’un de %1</translation>
    </message>
    <message>
        <source>must be at least %1</source>
        <translation>doit valoir au moins %1</translation>
    </message>
    <message>
        <source>must be at most %1</source>
        <translation>doit valoir au plus %1</translation>
    </message>
    <message>
        <source>has the wrong length (limit %1)</source>
        <translation>n’a pas la bonne longueur (limite %1)</translation>
    </message>
    <message>
        <source>must match %1</source>
        <translation>doit correspondre à %1</translation>
    </message>
    <message>
        <source>is no valid %1</source>
        <translation>n’est pas un %1 valide</translation>
    </message>
    <message>
        <source>published under another type</source>
        <translation>publié sous un autre type</translation>
    </message>
    <message>
        <source>publishing code never runs</source>
        <translation>le code qui publie ne s’exécute jamais</translation>
    </message>
    <message>
        <source>publishing code switched off</source>
        <translation>le code qui publie est désactivé</translation>
    </message>
    <message>
        <source>defined, never published</source>
        <translation>défini, jamais publié</translation>
    </message>
    <message>
        <source>in documents only</source>
        <translation>dans les documents seulement</translation>
    </message>
    <message>
        <source>in the specification only</source>
        <translation>dans la spécification seulement</translation>
    </message>
    <message>
        <source>handled by nobody who listens</source>
        <translation>personne de ceux qui écoutent ne le traite</translation>
    </message>
    <message>
        <source>%1 has no topic %2. Choose another topic, or have this one created, and publish again.</source>
        <translation>%1 n’a pas de topic %2. Choisissez un autre topic, ou faites créer celui-ci, puis publiez de nouveau.</translation>
    </message>
    <message>
        <source>%1 takes no record of this size. Shorten the payload and publish again.</source>
        <translation>%1 n’accepte pas d’enregistrement de cette taille. Raccourcissez le contenu et publiez de nouveau.</translation>
    </message>
    <message>
        <source>Publishing was cancelled. A record that was under way may still have been written; look for it among the events.</source>
        <translation>La publication a été annulée. Un enregistrement en route a pu être écrit malgré tout ; cherchez-le parmi les événements.</translation>
    </message>
    <message>
        <source>%1 did not acknowledge the record. Check that the cluster runs, then publish again.</source>
        <translation>%1 n’a pas confirmé l’enregistrement. Vérifiez que le cluster tourne, puis publiez de nouveau.</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion en cours</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>in part unreachable</source>
        <translation>en partie injoignable</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>connexion perdue</translation>
    </message>
    <message>
        <source>read to the end</source>
        <translation>lu jusqu’au bout</translation>
    </message>
</context>
<context>
    <name>Consumers</name>
    <message>
        <source>not judged yet</source>
        <translation>pas encore jugé</translation>
    </message>
    <message>
        <source>OK</source>
        <comment>verdict on a consumer group</comment>
        <translation>OK</translation>
    </message>
    <message>
        <source>slowing</source>
        <translation>ralentit</translation>
    </message>
    <message>
        <source>rewound</source>
        <translation>revenu en arrière</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>stalled</source>
        <comment>verdict on a consumer group</comment>
        <translation>bloqué</translation>
    </message>
    <message>
        <source>Nothing has been committed here, so there is no position to judge.</source>
        <translation>Rien n’a été validé ici : il n’y a pas de position à juger.</translation>
    </message>
    <message>
        <source>Looked at %1 of %2 times; a verdict needs them all.</source>
        <translation>Observé %1 fois sur %2 ; un verdict les demande toutes.</translation>
    </message>
    <message>
        <source>Everything has been read.</source>
        <translation>Tout a été lu.</translation>
    </message>
    <message>
        <source>Only transaction markers and removed records are left before the end; there is nothing to read.</source>
        <translation>Il ne reste avant la fin que des marqueurs de transaction et des enregistrements supprimés ; il n’y a rien à lire.</translation>
    </message>
    <message numerus="yes">
        <source>It was at the end a short while ago; %n message(s) came since.</source>
        <translation>
            <numerusform>Il était à la fin il y a peu ; %n message est venu depuis.</numerusform>
            <numerusform>Il était à la fin il y a peu ; %n messages sont venus depuis.</numerusform>
        </translation>
    </message>
    <message>
        <source>It reads on, and the lag goes up and down: %1, now %2.</source>
        <translation>Il continue de lire, et le retard monte et descend : %1, maintenant %2.</translation>
    </message>
    <message>
        <source>It reads, but the lag shrank at no commit: %1, now %2.</source>
        <translation>Il lit, mais le retard n’a diminué à aucune validation : %1, maintenant %2.</translation>
    </message>
    <message>
        <source>Its position went back from %1 to %2; what lies between is read again.</source>
        <translation>Sa position est revenue de %1 à %2 ; ce qui est entre les deux est relu.</translation>
    </message>
    <message>
        <source>No member holds the partition; it stands at %1 with %2 unread.</source>
        <translation>Aucun membre ne tient la partition ; elle en est à %1, %2 non lus.</translation>
    </message>
    <message>
        <source>It has been silent for longer than it was seen moving; it stands at %1 with %2 unread.</source>
        <translation>Silencieux plus longtemps qu’on ne l’a vu avancer ; il en est à %1, %2 non lus.</translation>
    </message>
    <message>
        <source>It stands at %1 with %2 unread, as long as we have watched.</source>
        <translation>Il en reste à %1, %2 non lus, depuis que nous observons.</translation>
    </message>
    <message>
        <source>rebalance begins</source>
        <translation>rééquilibrage commencé</translation>
    </message>
    <message>
        <source>rebalance ends</source>
        <translation>rééquilibrage en fin</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stable</translation>
    </message>
    <message>
        <source>no members</source>
        <translation>aucun membre</translation>
    </message>
    <message>
        <source>dead</source>
        <comment>phase of a consumer group</comment>
        <translation>mort</translation>
    </message>
    <message>
        <source>phase not known</source>
        <translation>phase inconnue</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>absent</source>
        <comment>consumer group</comment>
        <translation>absent</translation>
    </message>
    <message>
        <source>members not told</source>
        <translation>membres non communiqués</translation>
    </message>
    <message>
        <source>members unreadable</source>
        <translation>membres illisibles</translation>
    </message>
    <message>
        <source>members refused</source>
        <translation>membres refusés</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n member(s)</source>
        <translation>
            <numerusform>%1, %n membre</numerusform>
            <numerusform>%1, %n membres</numerusform>
        </translation>
    </message>
    <message>
        <source>DreamScape or the profile names this group, but it has committed nothing on this cluster, and the cluster does not list it. Its service may never have run here.</source>
        <translation>DreamScape ou le profil nomme ce groupe, mais il n’a rien validé sur ce cluster, qui ne le connaît pas. Son service n’a peut-être jamais tourné ici.</translation>
    </message>
    <message>
        <source>The embedded broker does not tell who the members of a group are; positions are read all the same.</source>
        <translation>Le broker embarqué ne dit pas qui sont les membres d’un groupe ; les positions sont lues tout de même.</translation>
    </message>
    <message>
        <source>This group uses the newer group protocol (KIP-848), and its members are unreadable by the librdkafka in use. It is not dead: its committed offsets count.</source>
        <translation>Ce groupe emploie le nouveau protocole (KIP-848), et ses membres sont illisibles pour la librdkafka employée. Il n’est pas mort : ses validations comptent.</translation>
    </message>
    <message>
        <source>The cluster does not tell the members: %1</source>
        <translation>Le cluster ne dit pas les membres : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <translation>
            <numerusform>%n perdu</numerusform>
            <numerusform>%n perdus</numerusform>
        </translation>
    </message>
    <message>
        <source>drained in %1</source>
        <translation>résorbé en %1</translation>
    </message>
    <message>
        <source>drained in ~%1</source>
        <translation>résorbé en ~%1</translation>
    </message>
    <message>
        <source>loses in %1</source>
        <translation>perte dans %1</translation>
    </message>
    <message>
        <source>not shrinking</source>
        <translation>ne diminue pas</translation>
    </message>
    <message numerus="yes">
        <source>Retention has removed %n message(s) that it had not read.</source>
        <translation>
            <numerusform>La rétention a supprimé %n message qu’il n’avait pas lu.</numerusform>
            <numerusform>La rétention a supprimé %n messages qu’il n’avait pas lus.</numerusform>
        </translation>
    </message>
    <message>
        <source>At this pace, which is steady, the lag is drained in %1.</source>
        <translation>À ce rythme, régulier, le retard sera résorbé en %1.</translation>
    </message>
    <message>
        <source>At this pace, which varies a lot, the lag is drained in about %1.</source>
        <translation>À ce rythme, très variable, le retard sera résorbé en %1 environ.</translation>
    </message>
    <message>
        <source>At this pace the lag does not shrink.</source>
        <translation>À ce rythme, le retard ne diminue pas.</translation>
    </message>
    <message>
        <source>Retention reaches the oldest unread message in %1, if things go on like this.</source>
        <translation>La rétention atteindra le plus ancien message non lu dans %1, si cela continue ainsi.</translation>
    </message>
    <message>
        <source>The time of the oldest unread message is known from our own recording of it.</source>
        <translation>L’heure du plus ancien message non lu vient de notre propre enregistrement.</translation>
    </message>
    <message>
        <source>The oldest unread message was fetched from the cluster for its time.</source>
        <translation>Le plus ancien message non lu a été demandé au cluster pour son heure.</translation>
    </message>
    <message>
        <source>waits, is next</source>
        <translation>attend, c’est le suivant</translation>
    </message>
    <message numerus="yes">
        <source>waits behind %n other(s)</source>
        <translation>
            <numerusform>attend derrière %n autre</numerusform>
            <numerusform>attend derrière %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>passed</source>
        <translation>dépassé</translation>
    </message>
    <message>
        <source>passed %1 to %2 after</source>
        <translation>dépassé %1 à %2 après</translation>
    </message>
    <message>
        <source>passed before we looked</source>
        <translation>dépassé avant notre observation</translation>
    </message>
    <message>
        <source>was past it, and went back</source>
        <translation>l’avait dépassé, puis est revenu en arrière</translation>
    </message>
    <message>
        <source>has committed nothing here</source>
        <translation>n’a rien validé ici</translation>
    </message>
    <message>
        <source>blocked</source>
        <comment>partition</comment>
        <translation>bloquée</translation>
    </message>
    <message>
        <source>no commits</source>
        <translation>aucune validation</translation>
    </message>
    <message>
        <source>keeps up</source>
        <translation>suit le rythme</translation>
    </message>
</context>
<context>
    <name>CopyKind</name>
    <message>
        <source>PNG picture</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>Image SVG</translation>
    </message>
    <message>
        <source>Mermaid diagram</source>
        <translation>Diagramme Mermaid</translation>
    </message>
    <message>
        <source>PlantUML diagram</source>
        <translation>Diagramme PlantUML</translation>
    </message>
    <message>
        <source>JSON, as the report has it</source>
        <translation>JSON, comme dans le rapport</translation>
    </message>
    <message>
        <source>JSON lines, to import again</source>
        <translation>Lignes JSON, à importer de nouveau</translation>
    </message>
    <message>
        <source>Text for a ticket, Markdown</source>
        <translation>Texte pour un ticket, Markdown</translation>
    </message>
</context>
<context>
    <name>DefinitionWords</name>
    <message>
        <source>nothing is written yet</source>
        <translation>rien n’est encore écrit</translation>
    </message>
    <message>
        <source>a value is missing here</source>
        <translation>il manque une valeur ici</translation>
    </message>
    <message>
        <source>a name in quotes is missing here</source>
        <translation>il manque un nom entre guillemets ici</translation>
    </message>
    <message>
        <source>a colon is missing here</source>
        <translation>il manque un deux-points ici</translation>
    </message>
    <message>
        <source>a comma or a closing bracket is missing here</source>
        <translation>il manque une virgule ou une fermeture ici</translation>
    </message>
    <message>
        <source>the text that begins here has no closing quote</source>
        <translation>le texte qui commence ici n’a pas de guillemet fermant</translation>
    </message>
    <message>
        <source>this cannot follow a backslash</source>
        <translation>ceci ne peut pas suivre une barre oblique inverse</translation>
    </message>
    <message>
        <source>this is neither a number nor true, false or null; texts stand in quotes</source>
        <translation>ce n’est ni un nombre, ni true, false ou null ; les textes sont entre guillemets</translation>
    </message>
    <message>
        <source>this name stands twice in one object</source>
        <translation>ce nom figure deux fois dans un objet</translation>
    </message>
    <message>
        <source>something follows the end</source>
        <translation>quelque chose suit la fin</translation>
    </message>
    <message>
        <source>this is nested too deeply</source>
        <translation>l’imbrication est trop profonde</translation>
    </message>
    <message>
        <source>another step has the name %1</source>
        <translation>une autre étape porte le nom %1</translation>
    </message>
    <message>
        <source>there is no step named %1</source>
        <translation>aucune étape ne s’appelle %1</translation>
    </message>
    <message>
        <source>a compensation must say which step it undoes</source>
        <translation>une compensation doit dire quelle étape elle annule</translation>
    </message>
    <message>
        <source>a step that undoes another must have the role compensation</source>
        <translation>une étape qui en annule une autre doit avoir le rôle de compensation</translation>
    </message>
    <message>
        <source>no list of a definition is longer than %1</source>
        <translation>aucune liste d’une définition ne dépasse %1 éléments</translation>
    </message>
    <message>
        <source>%1 waits for itself</source>
        <translation>%1 s’attend elle-même</translation>
    </message>
    <message>
        <source>%1 undoes itself</source>
        <translation>%1 s’annule elle-même</translation>
    </message>
    <message>
        <source>a definition with an end must say which steps complete it</source>
        <translation>une définition qui a une fin doit dire quelles étapes l’accomplissent</translation>
    </message>
    <message>
        <source>the weights add up to %1 instead of 1</source>
        <translation>la somme des poids est %1 au lieu de 1</translation>
    </message>
    <message>
        <source>the tolerance must not exceed the window</source>
        <translation>la tolérance ne doit pas dépasser la fenêtre</translation>
    </message>
    <message>
        <source>links can be inferred only where the first step is known</source>
        <translation>des liens ne se déduisent que si la première étape est connue</translation>
    </message>
    <message>
        <source>links can be inferred only where a field names the user</source>
        <translation>des liens ne se déduisent que si un champ nomme l’utilisateur</translation>
    </message>
    <message>
        <source>what it is expected after and the time limit go together</source>
        <translation>l’étape attendue avant et le délai vont ensemble</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Ligne %1, colonne %2</translation>
    </message>
    <message>
        <source>choreographed</source>
        <translation>chorégraphiée</translation>
    </message>
    <message>
        <source>orchestrated</source>
        <translation>orchestrée</translation>
    </message>
    <message>
        <source>step</source>
        <translation>étape</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>compensation</source>
        <translation>compensation</translation>
    </message>
</context>
<context>
    <name>EmbeddedLimit</name>
    <message>
        <source>Consumer groups cannot be listed; the ones shown are named in advance.</source>
        <translation>Les groupes de consommateurs ne peuvent pas être listés ; ceux qui sont montrés sont nommés d’avance.</translation>
    </message>
    <message>
        <source>Each partition keeps its newest 5 MiB; older records are gone.</source>
        <translation>Chaque partition garde ses 5 Mio les plus récents ; les enregistrements plus anciens ont disparu.</translation>
    </message>
    <message>
        <source>Offsets cannot be looked up by time; reading starts at the beginning.</source>
        <translation>Les offsets ne peuvent pas être cherchés par heure ; la lecture commence au début.</translation>
    </message>
    <message>
        <source>Aborted transactions are delivered like committed ones.</source>
        <translation>Les transactions abandonnées sont livrées comme les autres.</translation>
    </message>
    <message>
        <source>A topic that anybody asks for comes into being.</source>
        <translation>Un topic que quelqu’un demande se met à exister.</translation>
    </message>
    <message>
        <source>A group&apos;s first join takes three seconds.</source>
        <translation>La première entrée d’un groupe prend trois secondes.</translation>
    </message>
    <message>
        <source>Everything is in memory and goes with the program.</source>
        <translation>Tout est en mémoire et disparaît avec le programme.</translation>
    </message>
</context>
<context>
    <name>EnvelopeRows</name>
    <message>
        <source>no schema known</source>
        <translation>aucun schéma connu</translation>
    </message>
    <message>
        <source>schema checked</source>
        <translation>schéma vérifié</translation>
    </message>
    <message>
        <source>%1 to broker</source>
        <translation>%1 jusqu’au broker</translation>
    </message>
    <message>
        <source>the broker&apos;s</source>
        <translation>celle du broker</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>%1 is not usable as given. Correct it and try again.</source>
        <translation>%1 n’est pas utilisable ainsi. Corrigez et réessayez.</translation>
    </message>
    <message>
        <source>%1 was not found. Check the name.</source>
        <translation>%1 est introuvable. Vérifiez le nom.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that it exists and that you may read it.</source>
        <translation>%1 ne peut pas être lu. Vérifiez que cela existe et que vous en avez le droit.</translation>
    </message>
    <message>
        <source>%1 is not in the expected form. Check where it comes from.</source>
        <translation>%1 n’a pas la forme attendue. Vérifiez d’où cela vient.</translation>
    </message>
    <message>
        <source>%1 does not answer. Check the address, the network and that Kafka runs.</source>
        <translation>%1 ne répond pas. Vérifiez l’adresse, le réseau et que Kafka tourne.</translation>
    </message>
    <message>
        <source>%1 refuses the credentials. Check user name and password.</source>
        <translation>%1 refuse les identifiants. Vérifiez le nom d’utilisateur et le mot de passe.</translation>
    </message>
    <message>
        <source>%1 does not allow this to you. Ask for the permission.</source>
        <translation>%1 ne vous permet pas cela. Demandez l’autorisation.</translation>
    </message>
    <message>
        <source>%1 refused the request.</source>
        <translation>%1 a refusé la demande.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again, or check the network.</source>
        <translation>%1 n’a pas répondu à temps. Réessayez, ou vérifiez le réseau.</translation>
    </message>
    <message>
        <source>%1 is too large. Choose a smaller part.</source>
        <translation>%1 est trop grand. Choisissez une partie plus petite.</translation>
    </message>
    <message>
        <source>%1 is read-only, so nothing was published. Connect without “read-only” to publish.</source>
        <translation>%1 est en lecture seule, rien n’a donc été publié. Connectez-vous sans « lecture seule » pour publier.</translation>
    </message>
    <message>
        <source>%1 does not support this.</source>
        <translation>%1 ne prend pas cela en charge.</translation>
    </message>
    <message>
        <source>%1 was cancelled.</source>
        <translation>%1 a été annulé.</translation>
    </message>
    <message>
        <source>%1 failed unexpectedly.</source>
        <translation>%1 a échoué de façon inattendue.</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>La demande</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>declared</source>
        <translation>déclaré</translation>
    </message>
    <message>
        <source>aliased</source>
        <translation>par alias</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>déduit</translation>
    </message>
</context>
<context>
    <name>EvidenceWriter</name>
    <message>
        <source>Why it belongs to this saga</source>
        <translation>Pourquoi il appartient à cette saga</translation>
    </message>
    <message>
        <source>Cause and effect</source>
        <translation>Cause et effet</translation>
    </message>
    <message>
        <source>Identifiers it carries</source>
        <translation>Identifiants qu’il porte</translation>
    </message>
    <message>
        <source>Identifiers of the whole saga</source>
        <translation>Identifiants de toute la saga</translation>
    </message>
    <message>
        <source>Declared: it carries an id whose purpose is to say so.</source>
        <translation>Déclaré : il porte un identifiant fait pour le dire.</translation>
    </message>
    <message>
        <source>Aliased: it shares an identifier with other events, and the definition says that this field names the saga.</source>
        <translation>Par alias : il partage un identifiant avec d’autres événements, et la définition dit que ce champ nomme la saga.</translation>
    </message>
    <message>
        <source>It is %1 once more: same id, same content.</source>
        <translation>C’est %1 encore une fois : même identifiant, même contenu.</translation>
    </message>
    <message>
        <source>It tells the same fact as %1 under another id.</source>
        <translation>Il dit le même fait que %1 sous un autre identifiant.</translation>
    </message>
    <message>
        <source>It has the id of %1 and other content.</source>
        <translation>Il a l’identifiant de %1 et un autre contenu.</translation>
    </message>
    <message>
        <source>It is another attempt to handle %1.</source>
        <translation>C’est une autre tentative de traiter %1.</translation>
    </message>
    <message>
        <source>caused by %1</source>
        <translation>causé par %1</translation>
    </message>
    <message>
        <source>causes %1</source>
        <translation>cause %1</translation>
    </message>
    <message>
        <source>Nothing names it as a cause, and it names none.</source>
        <translation>Rien ne le nomme comme cause, et il n’en nomme aucune.</translation>
    </message>
    <message>
        <source>declared by causationId</source>
        <translation>déclaré par causationId</translation>
    </message>
    <message>
        <source>aliased by the rule %1 on a shared identifier</source>
        <translation>par alias, selon la règle %1 sur un identifiant partagé</translation>
    </message>
    <message>
        <source>inferred, score %1</source>
        <translation>déduit, score %1</translation>
    </message>
    <message>
        <source>joins nothing: far too many events share it</source>
        <translation>ne relie rien : bien trop d’événements le partagent</translation>
    </message>
    <message>
        <source>None that could tie it to others.</source>
        <translation>Aucun qui puisse le lier à d’autres.</translation>
    </message>
    <message>
        <source>Sagas it may be one with</source>
        <translation>Sagas avec lesquelles celle-ci pourrait ne faire qu’une</translation>
    </message>
    <message>
        <source>Inferred: no identifier leads from here to the start of this saga, but what follows fits this one clearly better than any other. Score %1 of 1:</source>
        <translation>Déduit : aucun identifiant ne mène d’ici au début de cette saga, mais ce qui suit lui convient nettement mieux qu’à toute autre. Score %1 sur 1 :</translation>
    </message>
    <message>
        <source>The definition asks for at least %1, and for %2 more than the next best.</source>
        <translation>La définition demande au moins %1, et %2 de plus que la meilleure suivante.</translation>
    </message>
    <message>
        <source>Events that were joined together with it share:</source>
        <translation>Les événements joints avec lui partagent :</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>same user: %1</source>
        <translation>même utilisateur : %1</translation>
    </message>
    <message>
        <source>amount: one side states none</source>
        <translation>montant : un côté n’en indique pas</translation>
    </message>
    <message>
        <source>same amount, one of them in cents: %1</source>
        <translation>même montant, l’un des deux en centimes : %1</translation>
    </message>
    <message>
        <source>same amount: %1</source>
        <translation>même montant : %1</translation>
    </message>
    <message>
        <source>same currency: %1</source>
        <translation>même devise : %1</translation>
    </message>
    <message>
        <source>currency: one side states none</source>
        <translation>devise : un côté n’en indique pas</translation>
    </message>
    <message>
        <source>time after the start: %1 s</source>
        <translation>temps après le début : %1 s</translation>
    </message>
    <message>
        <source>a step that was expected next: %1</source>
        <translation>une étape qui était attendue ensuite : %1</translation>
    </message>
    <message>
        <source>no step that was expected next</source>
        <translation>aucune étape qui était attendue ensuite</translation>
    </message>
    <message>
        <source>Several fit about as well, and nothing decides. All are kept apart:</source>
        <translation>Plusieurs conviennent à peu près autant, et rien ne tranche. Toutes restent séparées :</translation>
    </message>
    <message>
        <source>score %1 of 1:</source>
        <translation>score %1 sur 1 :</translation>
    </message>
</context>
<context>
    <name>FlowGraph</name>
    <message>
        <source>%1 → %2 · %3 sagas · median %4 · p95 %5 · p99 %6 (n %7)</source>
        <translation>%1 → %2 · %3 sagas · médiane %4 · p95 %5 · p99 %6 (n %7)</translation>
    </message>
    <message>
        <source>start</source>
        <translation>début</translation>
    </message>
    <message>
        <source>%1 sagas begin with %2</source>
        <translation>%1 sagas commencent par %2</translation>
    </message>
    <message>
        <source>end</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>%1 sagas end with %2</source>
        <translation>%1 sagas finissent par %2</translation>
    </message>
</context>
<context>
    <name>HighlightRule</name>
    <message>
        <source>amber</source>
        <translation>ambre</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>green</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rouge</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>violet</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>rose</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>turquoise</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>gris</translation>
    </message>
</context>
<context>
    <name>Identifier</name>
    <message>
        <source>correlation id</source>
        <translation>identifiant de corrélation</translation>
    </message>
    <message>
        <source>saga id</source>
        <translation>identifiant de saga</translation>
    </message>
    <message>
        <source>trace id</source>
        <translation>identifiant de trace</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>réservation</translation>
    </message>
    <message>
        <source>booking reference</source>
        <translation>référence de réservation</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>paiement</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>remboursement</translation>
    </message>
    <message>
        <source>user</source>
        <translation>utilisateur</translation>
    </message>
    <message>
        <source>search</source>
        <translation>recherche</translation>
    </message>
    <message>
        <source>recommendation</source>
        <translation>recommandation</translation>
    </message>
    <message>
        <source>request</source>
        <translation>requête</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>notification</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>entité</translation>
    </message>
</context>
<context>
    <name>MemberState</name>
    <message>
        <source>valid</source>
        <translation>valide</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>douteux</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>facultatif</translation>
    </message>
    <message>
        <source>The specification wants this member in every envelope.</source>
        <translation>La spécification veut ce membre dans chaque enveloppe.</translation>
    </message>
    <message>
        <source>The specification lets events leave it out.</source>
        <translation>La spécification permet aux événements de l’omettre.</translation>
    </message>
</context>
<context>
    <name>NoteActions</name>
    <message>
        <source>Remove the bookmark</source>
        <translation>Retirer le signet</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Mettre un signet</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Ajouter une note…</translation>
    </message>
    <message>
        <source>Edit its note…</source>
        <translation>Modifier sa note…</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>from metadata</source>
        <translation>lu dans metadata</translation>
    </message>
    <message>
        <source>from header</source>
        <translation>lu dans un en-tête</translation>
    </message>
    <message>
        <source>from topic</source>
        <translation>lu dans le topic</translation>
    </message>
</context>
<context>
    <name>Population</name>
    <message>
        <source> or </source>
        <comment>between event types, and between services</comment>
        <translation> ou </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>no definition</source>
        <translation>sans définition</translation>
    </message>
    <message>
        <source> from %1</source>
        <translation> de %1</translation>
    </message>
    <message>
        <source>waits %1 for %2%3; 99 % waited at most %4 (n %5)</source>
        <translation>attend depuis %1 %2%3 ; 99 % ont attendu au plus %4 (n %5)</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>development</source>
        <translation>développement</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>préproduction</translation>
    </message>
    <message>
        <source>production</source>
        <translation>production</translation>
    </message>
    <message>
        <source>environment not stated</source>
        <translation>environnement non précisé</translation>
    </message>
    <message>
        <source>User and password (PLAIN)</source>
        <translation>Utilisateur et mot de passe (PLAIN)</translation>
    </message>
    <message>
        <source>User and password (SCRAM-SHA-256)</source>
        <translation>Utilisateur et mot de passe (SCRAM-SHA-256)</translation>
    </message>
    <message>
        <source>User and password (SCRAM-SHA-512)</source>
        <translation>Utilisateur et mot de passe (SCRAM-SHA-512)</translation>
    </message>
    <message>
        <source>Token (OAUTHBEARER)</source>
        <translation>Jeton (OAUTHBEARER)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Give the profile a name.</source>
        <translation>Donnez un nom au profil.</translation>
    </message>
    <message>
        <source>Another profile is called “%1”, too. Give this one a name of its own.</source>
        <translation>Un autre profil s’appelle aussi « %1 ». Donnez à celui-ci un nom à lui.</translation>
    </message>
    <message>
        <source>Name at least one broker, as host:port.</source>
        <translation>Nommez au moins un broker, sous la forme hôte:port.</translation>
    </message>
    <message>
        <source>The topic pattern is no regular expression (%1). Correct it.</source>
        <translation>Le motif des topics n’est pas une expression régulière (%1). Corrigez-le.</translation>
    </message>
    <message>
        <source>This login needs a user name, or a client id.</source>
        <translation>Cette identification demande un utilisateur, ou un identifiant de client.</translation>
    </message>
    <message>
        <source>A key is named without its certificate. Name both files.</source>
        <translation>Une clé est nommée sans son certificat. Nommez les deux fichiers.</translation>
    </message>
    <message>
        <source>“%1” is no line of the host map. Write kafka:9092=localhost:9095.</source>
        <translation>« %1 » n’est pas une ligne de la table des hôtes. Écrivez kafka:9092=localhost:9095.</translation>
    </message>
    <message>
        <source>“%1” is no group. Write its name, a colon and its topics.</source>
        <translation>« %1 » n’est pas un groupe. Écrivez son nom, deux-points et ses topics.</translation>
    </message>
    <message>
        <source>%1 is unknown here and was left out.</source>
        <translation>%1 est inconnu ici et a été laissé de côté.</translation>
    </message>
    <message>
        <source>%1 is not needed and was left out.</source>
        <translation>%1 n’est pas nécessaire et a été laissé de côté.</translation>
    </message>
    <message>
        <source>%1 is not supported and was left out; the connection may need it.</source>
        <translation>%1 n’est pas pris en charge et a été laissé de côté ; la connexion peut en avoir besoin.</translation>
    </message>
    <message>
        <source>%1 has a value that makes no sense. Set it by hand.</source>
        <translation>%1 a une valeur qui n’a pas de sens. Réglez-le à la main.</translation>
    </message>
    <message>
        <source>Only Java reads %1. Convert it with: %2</source>
        <translation>Seul Java lit %1. Convertissez-le avec : %2</translation>
    </message>
    <message>
        <source>%1 is not there. Choose the file by hand.</source>
        <translation>%1 n’existe pas. Choisissez le fichier à la main.</translation>
    </message>
    <message>
        <source>Name the offsets to start at, as topic[partition]@offset.</source>
        <translation>Donnez les offsets de départ, sous la forme topic[partition]@offset.</translation>
    </message>
    <message>
        <source>Say what to find, several with commas between.</source>
        <translation>Dites ce qu’il faut chercher, plusieurs avec des virgules.</translation>
    </message>
    <message>
        <source>Reading would end before it begins. Choose a later moment to end at.</source>
        <translation>La lecture finirait avant de commencer. Choisissez un instant de fin plus tardif.</translation>
    </message>
    <message>
        <source>“%1” is no offset to start at. Write topic[partition]@offset, each partition once.</source>
        <translation>« %1 » n’est pas un offset de départ. Écrivez topic[partition]@offset, chaque partition une seule fois.</translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message>
        <source>unclear</source>
        <translation>incertain</translation>
    </message>
    <message>
        <source>The sagas begin with different steps.</source>
        <translation>Les sagas commencent par des étapes différentes.</translation>
    </message>
    <message>
        <source>No step ends most of the sagas.</source>
        <translation>Aucune étape ne termine la plupart des sagas.</translation>
    </message>
    <message numerus="yes">
        <source>Seen in %1 of %Ln saga(s).</source>
        <translation>
            <numerusform>Vue dans %1 de la saga.</numerusform>
            <numerusform>Vue dans %1 des %Ln sagas.</numerusform>
        </translation>
    </message>
    <message>
        <source>seen in %1 of %2</source>
        <translation>vue dans %1 de %2</translation>
    </message>
    <message>
        <source>%1 of the sagas that ended without a failure have it.</source>
        <translation>%1 des sagas finies sans échec l’ont.</translation>
    </message>
    <message>
        <source>%1 of the sagas that have it have it more than once.</source>
        <translation>%1 des sagas qui l’ont l’ont plus d’une fois.</translation>
    </message>
    <message>
        <source>%1 of its events come from there.</source>
        <translation>%1 de ses événements en viennent.</translation>
    </message>
    <message numerus="yes">
        <source>It usually took %1, and %2 at most in 99 % of %Ln wait(s).</source>
        <translation>
            <numerusform>D’ordinaire %1, et au plus %2 dans 99 % de l’attente.</numerusform>
            <numerusform>D’ordinaire %1, et au plus %2 dans 99 % des %Ln attentes.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>« %1 »</translation>
    </message>
    <message>
        <source>Its event type says “%1”.</source>
        <translation>Son type d’événement dit « %1 ».</translation>
    </message>
    <message>
        <source>Its value is on two or more events in %1 of the sagas that have it; %2 of its values are in one saga only.</source>
        <translation>Sa valeur est sur au moins deux événements dans %1 des sagas qui l’ont ; %2 de ses valeurs ne sont que dans une saga.</translation>
    </message>
    <message>
        <source>ties %1, unique %2</source>
        <translation>lie %1, unique %2</translation>
    </message>
    <message>
        <source>%1: in %2 of %3, %4 of them declared</source>
        <translation>%1 : dans %2 de %3, dont %4 déclarées</translation>
    </message>
    <message numerus="yes">
        <source>Proposed from %Ln saga(s): %1 failed, %2 unfinished.</source>
        <translation>
            <numerusform>Proposée d’après une saga : %1 échouée, %2 inachevée.</numerusform>
            <numerusform>Proposée d’après %Ln sagas : %1 échouées, %2 inachevées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too rare for a step: %1.</source>
        <translation>Trop rares pour une étape : %1.</translation>
    </message>
    <message>
        <source>No field of the payload ties the events together, only declared ids.</source>
        <translation>Aucun champ des données ne lie les événements, seulement des identifiants déclarés.</translation>
    </message>
    <message>
        <source>What speaks for each part stands beside it; nothing is saved yet.</source>
        <translation>Ce qui parle pour chaque partie se trouve à côté ; rien n’est encore enregistré.</translation>
    </message>
</context>
<context>
    <name>PublishObstacle</name>
    <message>
        <source>%1 is connected read-only. Connect without “read-only” to publish.</source>
        <translation>%1 est connecté en lecture seule. Connectez-vous sans « lecture seule » pour publier.</translation>
    </message>
    <message>
        <source>%1 accepts nothing now. Connect to it again to publish.</source>
        <translation>%1 n’accepte rien pour l’instant. Reconnectez-vous pour publier.</translation>
    </message>
    <message>
        <source>A field holds text that is no JSON. Correct it to publish.</source>
        <translation>Un champ contient un texte qui n’est pas du JSON. Corrigez-le pour publier.</translation>
    </message>
    <message>
        <source>The event breaks its schema. Correct the fields in red, or tick “Publish although it breaks the schema”.</source>
        <translation>L’événement contredit son schéma. Corrigez les champs en rouge, ou cochez « Publier malgré le schéma ».</translation>
    </message>
    <message>
        <source>This session reads a file, so there is no cluster to publish to. Connect to Kafka or start the demo.</source>
        <translation>Cette session lit un fichier : il n’y a pas de cluster où publier. Connectez-vous à Kafka ou lancez la démo.</translation>
    </message>
    <message>
        <source>There is no cluster to publish to. Connect to Kafka or start the demo.</source>
        <translation>Il n’y a pas de cluster où publier. Connectez-vous à Kafka ou lancez la démo.</translation>
    </message>
    <message>
        <source>%1 is a production cluster and read-only. To publish all the same, untick “Read-only” in its settings and connect again.</source>
        <translation>%1 est un cluster de production, en lecture seule. Pour y publier malgré tout, décochez « Lecture seule » dans ses réglages et reconnectez-vous.</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>“%2” is no field.</source>
        <translation>« %2 » n’est pas un champ.</translation>
    </message>
    <message>
        <source>%1: does not know “%2”.</source>
        <translation>%1: ne connaît pas « %2 ».</translation>
    </message>
    <message>
        <source>%1: wants a value, like %3</source>
        <translation>%1: attend une valeur, comme %3</translation>
    </message>
    <message>
        <source>%1: wants a number, like %3</source>
        <translation>%1: attend un nombre, comme %3</translation>
    </message>
    <message>
        <source>%1: wants a number with a unit (ms, s, m, h, d), like %3</source>
        <translation>%1: attend un nombre avec une unité (ms, s, m, h, d), comme %3</translation>
    </message>
    <message>
        <source>%1: wants a time, like 10m (ago), 10:24 or 2026-11-23T10:24</source>
        <translation>%1: attend un moment, comme 10m (auparavant), 10:24 ou 2026-11-23T10:24</translation>
    </message>
    <message>
        <source>%1: cannot be compared. Leave out &gt; and &lt;.</source>
        <translation>%1: ne se compare pas. Retirez &gt; et &lt;.</translation>
    </message>
    <message>
        <source>%1: wants &gt; or &lt; before the value, like %3</source>
        <translation>%1: attend &gt; ou &lt; devant la valeur, comme %3</translation>
    </message>
    <message>
        <source>Something is missing beside “%2”.</source>
        <translation>Il manque quelque chose à côté de « %2 ».</translation>
    </message>
    <message>
        <source>This parenthesis is never closed. Add )</source>
        <translation>Cette parenthèse n’est jamais fermée. Ajoutez )</translation>
    </message>
    <message>
        <source>This parenthesis was never opened. Remove it.</source>
        <translation>Cette parenthèse n’a jamais été ouverte. Retirez-la.</translation>
    </message>
    <message>
        <source>This quote is never closed. Add &quot;</source>
        <translation>Ce guillemet n’est jamais fermé. Ajoutez &quot;</translation>
    </message>
    <message>
        <source>Too many parentheses in one another.</source>
        <translation>Trop de parenthèses imbriquées.</translation>
    </message>
    <message>
        <source>how the saga stands</source>
        <translation>où en est la saga</translation>
    </message>
    <message>
        <source>type of saga</source>
        <translation>type de saga</translation>
    </message>
    <message>
        <source>what the saga is called</source>
        <translation>le nom de la saga</translation>
    </message>
    <message>
        <source>any id in it</source>
        <translation>un identifiant quelconque</translation>
    </message>
    <message>
        <source>an event type in it</source>
        <translation>un type d’événement</translation>
    </message>
    <message>
        <source>a topic in it</source>
        <translation>un topic</translation>
    </message>
    <message>
        <source>a service in it</source>
        <translation>un service</translation>
    </message>
    <message>
        <source>its weakest link</source>
        <translation>son lien le plus faible</translation>
    </message>
    <message>
        <source>something noteworthy</source>
        <translation>quelque chose de notable</translation>
    </message>
    <message>
        <source>a rule that it breaks</source>
        <translation>une règle enfreinte</translation>
    </message>
    <message>
        <source>who leads it</source>
        <translation>qui la mène</translation>
    </message>
    <message>
        <source>from first event to end</source>
        <translation>du premier événement à la fin</translation>
    </message>
    <message>
        <source>alive after that moment</source>
        <translation>vivante après ce moment</translation>
    </message>
    <message>
        <source>begun before that moment</source>
        <translation>commencée avant ce moment</translation>
    </message>
    <message>
        <source>alive at that moment</source>
        <translation>vivante à ce moment</translation>
    </message>
    <message>
        <source>number of events</source>
        <translation>nombre d’événements</translation>
    </message>
    <message>
        <source>number of findings</source>
        <translation>nombre de constats</translation>
    </message>
    <message>
        <source>number of repeated events</source>
        <translation>nombre d’événements répétés</translation>
    </message>
    <message>
        <source>a redelivery, or the same fact again</source>
        <translation>une relivraison, ou le même fait une autre fois</translation>
    </message>
    <message>
        <source>same id, same content</source>
        <translation>même id, même contenu</translation>
    </message>
    <message>
        <source>other id, same fact</source>
        <translation>autre id, même fait</translation>
    </message>
    <message>
        <source>same id, other content</source>
        <translation>même id, autre contenu</translation>
    </message>
    <message>
        <source>an attempt on a retry topic</source>
        <translation>une tentative sur un topic de reprise</translation>
    </message>
    <message>
        <source>a dead letter</source>
        <translation>une lettre morte</translation>
    </message>
    <message>
        <source>any finding</source>
        <translation>un constat quelconque</translation>
    </message>
    <message>
        <source>a finding that is an error</source>
        <translation>un constat de gravité erreur</translation>
    </message>
    <message>
        <source>a finding that is a warning</source>
        <translation>un constat de gravité avertissement</translation>
    </message>
    <message>
        <source>an ambiguous link</source>
        <translation>un lien ambigu</translation>
    </message>
    <message>
        <source>an event that you published</source>
        <translation>un événement publié par vous</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Vouliez-vous dire %1 ?</translation>
    </message>
    <message>
        <source>Put the word in double quotes to search for it.</source>
        <translation>Mettez le mot entre guillemets doubles pour le chercher.</translation>
    </message>
    <message>
        <source>a word: part of a key, an id, a type, a service</source>
        <translation>un mot : partie d’une clé, d’un id, d’un type, d’un service</translation>
    </message>
    <message>
        <source>a field and its value</source>
        <translation>un champ et sa valeur</translation>
    </message>
    <message>
        <source>* is anything; ids are otherwise whole</source>
        <translation>* remplace tout ; un id est sinon pris en entier</translation>
    </message>
    <message>
        <source>a part of a type is enough; quotes make it exact</source>
        <translation>une partie du type suffit ; les guillemets le rendent exact</translation>
    </message>
    <message>
        <source>side by side: both must hold</source>
        <translation>côte à côte : les deux doivent convenir</translation>
    </message>
    <message>
        <source>one of the two</source>
        <translation>l’un des deux</translation>
    </message>
    <message>
        <source>- or not: must not hold</source>
        <translation>- ou not : ne doit pas convenir</translation>
    </message>
    <message>
        <source>parentheses keep together</source>
        <translation>les parenthèses gardent ensemble</translation>
    </message>
    <message>
        <source>ago, 10:24, or 2026-11-23T10:24</source>
        <translation>il y a…, 10:24 ou 2026-11-23T10:24</translation>
    </message>
    <message>
        <source>%1: wants to know which one.</source>
        <translation>%1 : il faut dire lequel.</translation>
    </message>
    <message>
        <source>%1: compares with numbers only, like %3</source>
        <translation>%1 : ne se compare qu’à des nombres, comme %3</translation>
    </message>
    <message>
        <source>This regular expression is never closed. Add /, or put the value in double quotes.</source>
        <translation>Cette expression régulière n’est jamais fermée. Ajoutez /, ou mettez la valeur entre guillemets doubles.</translation>
    </message>
    <message>
        <source>“%2” is no regular expression that can be used here.</source>
        <translation>« %2 » n’est pas une expression régulière utilisable ici.</translation>
    </message>
    <message>
        <source>%1: wants a query in parentheses, like %3</source>
        <translation>%1 : il faut une requête entre parenthèses, comme %3</translation>
    </message>
    <message>
        <source>a value in a payload</source>
        <translation>une valeur d’un payload</translation>
    </message>
    <message>
        <source>a header of a record</source>
        <translation>un en-tête d’un enregistrement</translation>
    </message>
    <message>
        <source>anywhere in a message as it was sent</source>
        <translation>n’importe où dans un message tel qu’il a été envoyé</translation>
    </message>
    <message>
        <source>an event whose cause is like that</source>
        <translation>un événement dont la cause est ainsi</translation>
    </message>
    <message>
        <source>in a saga like that</source>
        <translation>dans une telle saga</translation>
    </message>
    <message>
        <source>a value in the payload; header.x asks a header</source>
        <translation>une valeur du payload ; header.x interroge un en-tête</translation>
    </message>
    <message>
        <source>a regular expression; /i ignores the case</source>
        <translation>une expression régulière ; /i ignore la casse</translation>
    </message>
    <message>
        <source>what its cause is like; in:(…) asks its saga</source>
        <translation>comment est sa cause ; in:(…) interroge sa saga</translation>
    </message>
    <message>
        <source>an event that came after newer ones</source>
        <translation>un événement arrivé après de plus récents</translation>
    </message>
</context>
<context>
    <name>RecordingFault</name>
    <message>
        <source>%1 is damaged: some records are passed over, the others are here.</source>
        <translation>%1 est endommagé : certains enregistrements sont ignorés, les autres sont là.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2 of %3 records are passed over, the others are here.</source>
        <translation>%1 est endommagé : %2 enregistrements sur %3 sont ignorés, les autres sont là.</translation>
    </message>
    <message>
        <source>%1 is not complete: the storage failed while it was written, and records are missing (%2).</source>
        <translation>%1 n’est pas complet : le stockage a failli pendant l’écriture, et des enregistrements manquent (%2).</translation>
    </message>
    <message>
        <source>%1 was not closed: whoever wrote it was cut short. What was written until then is here.</source>
        <translation>%1 n’a pas été fermé : son écriture a été interrompue. Ce qui avait été écrit jusque-là est là.</translation>
    </message>
</context>
<context>
    <name>Relation</name>
    <message>
        <source>cause</source>
        <translation>cause</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>effet</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>répétition</translation>
    </message>
    <message>
        <source>same saga</source>
        <translation>même saga</translation>
    </message>
    <message>
        <source>same entity</source>
        <translation>même entité</translation>
    </message>
</context>
<context>
    <name>Repeat</name>
    <message>
        <source>redelivery</source>
        <translation>relivraison</translation>
    </message>
    <message>
        <source>same fact again</source>
        <translation>même fait encore</translation>
    </message>
    <message>
        <source>same id, other content</source>
        <translation>même identifiant, autre contenu</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>tentative</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>Nothing says which story this event belongs to, so tools must guess. Set correlationId in the envelope and pass it on.</source>
        <translation>Rien ne dit à quelle histoire appartient cet événement ; les outils doivent deviner. Mettez correlationId dans l’enveloppe et transmettez-le.</translation>
    </message>
    <message>
        <source>Other events of this saga carry a correlation id and this one lost it. Copy it from the event that is being answered.</source>
        <translation>D’autres événements de cette saga portent un identifiant de corrélation et celui-ci l’a perdu. Recopiez-le de l’événement auquel on répond.</translation>
    </message>
    <message>
        <source>One saga runs under several correlation ids, so a search for one of them shows half of the story. Pass the first id on unchanged.</source>
        <translation>Une seule saga court sous plusieurs identifiants de corrélation ; chercher l’un d’eux montre la moitié de l’histoire. Transmettez le premier sans le changer.</translation>
    </message>
    <message>
        <source>Header and body name different correlation ids; readers of one see another story than readers of the other. Write both from one variable.</source>
        <translation>L’en-tête et le corps nomment des corrélations différentes ; qui lit l’un voit une autre histoire que qui lit l’autre. Écrivez les deux depuis une même variable.</translation>
    </message>
    <message>
        <source>The correlation id hides under metadata, where consumers of the envelope do not look. Move it to the envelope.</source>
        <translation>L’identifiant de corrélation se cache sous metadata, où les lecteurs de l’enveloppe ne regardent pas. Placez-le dans l’enveloppe.</translation>
    </message>
    <message>
        <source>The correlation id does not have the form of a UUID that the schema files ask for, so strict consumers refuse the event. Take it from a UUID library, without a prefix.</source>
        <translation>L’identifiant de corrélation n’a pas la forme d’UUID que demandent les schémas ; les consommateurs stricts refusent l’événement. Prenez-le d’une bibliothèque d’UUID, sans préfixe.</translation>
    </message>
    <message>
        <source>One booking goes by several identifiers, so a search for one of them finds half of its events. Carry the same identifier in every event.</source>
        <translation>Une même réservation porte plusieurs identifiants ; chercher l’un d’eux ne trouve que la moitié de ses événements. Portez le même identifiant partout.</translation>
    </message>
    <message>
        <source>The identifier is a placeholder such as “temp”, or one that far too many events share, so it ties nothing together. Publish the event once the real identifier is known.</source>
        <translation>L’identifiant est un bouche-trou comme « temp », ou partagé par bien trop d’événements ; il ne relie rien. Publiez l’événement quand le véritable identifiant est connu.</translation>
    </message>
    <message>
        <source>The event fits more than one saga, and nothing decides. Carry the saga&apos;s identifier in the event.</source>
        <translation>L’événement convient à plusieurs sagas et rien ne tranche. Portez l’identifiant de la saga dans l’événement.</translation>
    </message>
    <message>
        <source>The event names a cause that was not seen: lost, expired or outside of what was read. Read further back, or check the producer.</source>
        <translation>L’événement nomme une cause qui n’a pas été vue : perdue, expirée ou hors de la lecture. Lisez plus loin en arrière, ou vérifiez le producteur.</translation>
    </message>
    <message>
        <source>These events name one another as causes, which cannot be, so nobody can tell what came first. Look for the producer that copies a wrong id into causationId.</source>
        <translation>Ces événements se nomment causes les uns des autres, ce qui est impossible ; nul ne sait lequel fut le premier. Cherchez le producteur qui recopie un mauvais identifiant dans causationId.</translation>
    </message>
    <message>
        <source>The event names itself as its cause, so its real cause is unknown. Set causationId to the id of the event that is being answered, or leave it out.</source>
        <translation>L’événement se nomme lui-même comme cause ; la vraie cause reste inconnue. Mettez dans causationId l’identifiant de l’événement auquel on répond, ou omettez-le.</translation>
    </message>
    <message>
        <source>Five or more hops from first cause to last effect: slow, and hard to reason about. Consider an orchestrator or fewer steps.</source>
        <translation>Cinq sauts ou plus de la première cause au dernier effet : lent et difficile à comprendre. Pensez à un orchestrateur ou à moins d’étapes.</translation>
    </message>
    <message>
        <source>The effect claims to be older than its cause: the clocks of two services differ. Synchronise them; do not trust durations here.</source>
        <translation>L’effet se dit plus ancien que sa cause : les horloges de deux services diffèrent. Synchronisez-les ; ne vous fiez pas aux durées ici.</translation>
    </message>
    <message>
        <source>The broker received this event before one that comes earlier in the saga. Consumers must not rely on arrival order: let them wait for, or tolerate, what is still missing.</source>
        <translation>Le broker a reçu cet événement avant un autre qui le précède dans la saga. Les consommateurs ne doivent pas compter sur l’ordre d’arrivée : qu’ils attendent ou tolèrent ce qui manque encore.</translation>
    </message>
    <message>
        <source>An event is answered by a reply event at once: a call in disguise, whose caller waits on two topics. Call the service directly; that is simpler and fails visibly.</source>
        <translation>Un événement reçoit aussitôt un événement en réponse : un appel déguisé, dont l’appelant attend sur deux topics. Appelez le service directement ; c’est plus simple et échoue visiblement.</translation>
    </message>
    <message>
        <source>One request published several events at once, and a consumer may see some of them without the others. If they only make sense together, publish one.</source>
        <translation>Une seule requête a publié plusieurs événements d’un coup ; un consommateur peut en voir certains sans les autres. S’ils n’ont de sens qu’ensemble, publiez-en un seul.</translation>
    </message>
    <message>
        <source>The booking was confirmed before the payment completed; if the payment fails now, the trip is given away. Confirm in reaction to the payment, not beside it.</source>
        <translation>La réservation a été confirmée avant la fin du paiement ; si celui-ci échoue, le voyage est offert. Confirmez en réaction au paiement, pas à côté.</translation>
    </message>
    <message>
        <source>The customer paid for a booking that was already cancelled, and nothing was refunded. Refund the payment, then guard the handler.</source>
        <translation>Le client a payé une réservation déjà annulée et rien n’a été remboursé. Remboursez le paiement, puis protégez le traitement.</translation>
    </message>
    <message>
        <source>Refund events of one payment disagree on the amount, so books and customer see different sums. Decide which service owns the amount, and publish it once.</source>
        <translation>Les remboursements d’un même paiement ne s’accordent pas sur le montant ; la comptabilité et le client voient des sommes différentes. Décidez quel service fait foi, et publiez le montant une fois.</translation>
    </message>
    <message>
        <source>The saga failed and this completed step was never undone. Undo it by hand, then check the service that compensates.</source>
        <translation>La saga a échoué et cette étape faite n’a jamais été défaite. Défaites-la à la main, puis vérifiez le service qui compense.</translation>
    </message>
    <message>
        <source>Compensations did not run in reverse order of the steps, so an undo may have met a state it did not expect. Let the coordinator undo the last step first.</source>
        <translation>Les compensations n’ont pas suivi l’ordre inverse des étapes ; l’une d’elles a pu trouver un état inattendu. Que le coordinateur défasse d’abord la dernière étape.</translation>
    </message>
    <message>
        <source>The awaited step did not come within its time limit, and somebody is waiting for it. Look at the lag and the log of the service that owes it.</source>
        <translation>L’étape attendue n’est pas venue dans son délai, et quelqu’un l’attend. Regardez le retard et le journal du service qui la doit.</translation>
    </message>
    <message>
        <source>The first step was not seen: published before the reading began, or lost, so the story lacks its beginning. Read further back; if it is not there either, look at its producer.</source>
        <translation>La première étape n’a pas été vue : publiée avant le début de la lecture, ou perdue ; il manque le début de l’histoire. Lisez plus loin en arrière ; si elle n’y est pas non plus, regardez son producteur.</translation>
    </message>
    <message>
        <source>No event ends this workflow, so nobody can tell whether it is done, or notice when it is stuck. Publish an event when it is done, and name it in the definition.</source>
        <translation>Aucun événement ne termine ce déroulement ; personne ne peut dire s’il est fini, ni voir s’il est bloqué. Publiez un événement à la fin, et nommez-le dans la définition.</translation>
    </message>
    <message>
        <source>One service publishes every step, so it orchestrates, and the saga stands still when it does. If that is meant, define the saga as orchestrated; if not, let each service publish its own step.</source>
        <translation>Un seul service publie toutes les étapes : il orchestre, et la saga s’arrête avec lui. Si c’est voulu, définissez la saga comme orchestrée ; sinon, que chaque service publie son étape.</translation>
    </message>
    <message>
        <source>No known consumer reads this event, so publishing it costs and changes nothing. Remove it, or declare in the catalog who needs it.</source>
        <translation>Aucun consommateur connu ne lit cet événement ; le publier coûte sans rien changer. Supprimez-le, ou déclarez dans le catalogue qui en a besoin.</translation>
    </message>
    <message>
        <source>The same message came twice, as Kafka may deliver it; who handles both does the work twice. Let consumers remember the event ids that they have handled.</source>
        <translation>Le même message est venu deux fois, comme Kafka peut le livrer ; qui traite les deux fait le travail deux fois. Que les consommateurs retiennent les identifiants déjà traités.</translation>
    </message>
    <message>
        <source>The same business fact was published twice under different ids, so checks of the event id do not catch it. Deduplicate by the business key.</source>
        <translation>Le même fait a été publié deux fois sous des identifiants différents ; les contrôler ne suffit pas. Dédoublonnez par la clé métier.</translation>
    </message>
    <message>
        <source>Two different events carry one id; consumers that deduplicate drop one of them. Generate a new id for each event.</source>
        <translation>Deux événements différents portent un même identifiant ; qui dédoublonne en perd un. Produisez un nouvel identifiant à chaque fois.</translation>
    </message>
    <message>
        <source>The event id does not have the form of a UUID; strict consumers refuse it. Use a UUID library.</source>
        <translation>L’identifiant d’événement n’a pas la forme d’un UUID ; les consommateurs stricts le refusent. Utilisez une bibliothèque d’UUID.</translation>
    </message>
    <message>
        <source>The id looks like a UUID but is none by RFC 4122, so it was put together by hand and may come again. Use a UUID library.</source>
        <translation>L’identifiant ressemble à un UUID mais n’en est pas un selon la RFC 4122 : composé à la main, il peut revenir. Utilisez une bibliothèque d’UUID.</translation>
    </message>
    <message>
        <source>The event type does not match its topic, so consumers that route by type and those that route by topic act differently. Publish it on the topic of its type, or correct the type.</source>
        <translation>Le type d’événement ne correspond pas à son topic ; router par type et par topic donne deux résultats. Publiez-le sur le topic de son type, ou corrigez le type.</translation>
    </message>
    <message>
        <source>The event type repeats the topic&apos;s prefix, and comparisons with the short form fail. Drop “dreamscape.”.</source>
        <translation>Le type d’événement répète le préfixe du topic, et les comparaisons avec la forme courte échouent. Retirez « dreamscape. ».</translation>
    </message>
    <message>
        <source>Header and body name different event types, so consumers that filter by header act wrongly. Write both from one variable.</source>
        <translation>L’en-tête et le corps nomment des types différents ; qui filtre par en-tête se trompe. Écrivez les deux depuis une même variable.</translation>
    </message>
    <message>
        <source>The message is a bare payload: no id, no time, no source. It cannot be deduplicated or traced. Wrap it in the envelope.</source>
        <translation>Le message est un contenu nu : ni identifiant, ni heure, ni source. On ne peut ni le dédoublonner ni le suivre. Mettez-le dans l’enveloppe.</translation>
    </message>
    <message>
        <source>Members of the envelope are missing, so consumers must guess. Fill them in the producer.</source>
        <translation>Il manque des membres à l’enveloppe ; les consommateurs doivent deviner. Remplissez-les dans le producteur.</translation>
    </message>
    <message>
        <source>A member of the envelope has the wrong JSON type, so typed consumers fail on it and it counts as absent here. Write it as the envelope declares it.</source>
        <translation>Un membre de l’enveloppe n’a pas le bon type JSON ; les consommateurs typés échouent dessus, et il compte ici comme absent. Écrivez-le comme l’enveloppe le déclare.</translation>
    </message>
    <message>
        <source>There is no payload, so the event says that something happened but not what. Publish the facts with it, at least the id of what changed.</source>
        <translation>Il n’y a pas de contenu : l’événement dit que quelque chose s’est passé, mais pas quoi. Publiez les faits avec lui, au moins l’identifiant de ce qui a changé.</translation>
    </message>
    <message>
        <source>The payload breaks its schema; consumers that validate refuse it. Fix the producer, or change the schema with a new version.</source>
        <translation>Le contenu contredit son schéma ; les consommateurs qui valident le refusent. Corrigez le producteur, ou changez le schéma avec une nouvelle version.</translation>
    </message>
    <message>
        <source>The payload holds a field that no schema declares, so nobody may rely on it and nobody reviewed it. Declare it in the schema, or drop it.</source>
        <translation>Le contenu porte un champ qu’aucun schéma ne déclare ; nul ne peut s’y fier et nul ne l’a relu. Déclarez-le dans le schéma, ou retirez-le.</translation>
    </message>
    <message>
        <source>The timestamp cannot be read, so order and durations rest on the broker&apos;s clock. Write ISO 8601 in UTC.</source>
        <translation>L’horodatage est illisible ; ordre et durées reposent sur l’horloge du broker. Écrivez de l’ISO 8601 en UTC.</translation>
    </message>
    <message>
        <source>The timestamp names no zone and was read as UTC; it may be hours off. Write it with “Z”.</source>
        <translation>L’horodatage ne nomme pas de fuseau et a été lu comme UTC ; il peut être faux de plusieurs heures. Écrivez-le avec « Z ».</translation>
    </message>
    <message>
        <source>The record has no Kafka timestamp, so time windows, retention and lag in time cannot place it. Let the client set one, or give the topic log append time.</source>
        <translation>L’enregistrement n’a pas d’horodatage Kafka ; fenêtres de temps, rétention et retard ne peuvent le situer. Que le client en mette un, ou réglez le topic sur l’heure d’ajout au journal.</translation>
    </message>
    <message>
        <source>A header has no value, and clients read that as absent, as empty or as an error. Leave the header out, or fill it.</source>
        <translation>Un en-tête n’a pas de valeur, et les clients le lisent comme absent, vide ou faux. Omettez-le, ou remplissez-le.</translation>
    </message>
    <message>
        <source>A header appears more than once, and clients differ in which one they read. Write it once.</source>
        <translation>Un en-tête apparaît plusieurs fois, et les clients ne lisent pas tous le même. Écrivez-le une fois.</translation>
    </message>
    <message>
        <source>Without a key the record goes to any partition, so events of one entity may overtake one another. Use the entity&apos;s id.</source>
        <translation>Sans clé l’enregistrement va dans n’importe quelle partition ; les événements d’une entité peuvent se dépasser. Utilisez l’identifiant de l’entité.</translation>
    </message>
    <message>
        <source>The key is no text; other tools cannot show or compute its partition. Use the entity&apos;s id as text.</source>
        <translation>La clé n’est pas du texte ; les autres outils ne peuvent ni la montrer ni en calculer la partition. Utilisez l’identifiant de l’entité en texte.</translation>
    </message>
    <message>
        <source>The key is not the field that the producer’s code uses, so related events may land in other partitions and overtake one another. Use that field as the key.</source>
        <translation>La clé n’est pas le champ que le code du producteur utilise ; des événements liés peuvent tomber dans d’autres partitions et se dépasser. Prenez ce champ comme clé.</translation>
    </message>
    <message>
        <source>Without a version consumers cannot tell which schema applies, and no change can be made safely. Set version in the envelope.</source>
        <translation>Sans version, les consommateurs ne savent pas quel schéma s’applique, et rien ne peut changer sans risque. Mettez version dans l’enveloppe.</translation>
    </message>
    <message>
        <source>The version is not of the form major.minor, so consumers cannot tell a compatible change from a breaking one. Write it as in “1.0”.</source>
        <translation>La version n’a pas la forme majeure.mineure ; on ne distingue pas un changement compatible d’une rupture. Écrivez-la comme « 1.0 ».</translation>
    </message>
    <message>
        <source>The payload is not what this version promises: a member changed its JSON type, or gave way to others. Consumers break without warning. Raise the major version, or keep the old member beside the new ones.</source>
        <translation>Le contenu n’est pas ce que promet cette version : un membre a changé de type JSON, ou cédé la place à d’autres. Les consommateurs cassent sans prévenir. Augmentez la version majeure, ou gardez l’ancien membre à côté des nouveaux.</translation>
    </message>
    <message>
        <source>The catalog does not know this version, so nobody can say who is able to read the payload. Add its schema to the catalog, or correct the producer.</source>
        <translation>Le catalogue ne connaît pas cette version ; nul ne peut dire qui sait lire le contenu. Ajoutez son schéma au catalogue, ou corrigez le producteur.</translation>
    </message>
    <message>
        <source>A record without value: compacted topics read it as “delete this key”, consumers of events may fail on it. Unless the topic is compacted, look for the producer that sent it.</source>
        <translation>Un enregistrement sans valeur : les topics compactés le lisent comme « supprime cette clé », les consommateurs d’événements peuvent échouer dessus. Si le topic n’est pas compacté, cherchez le producteur.</translation>
    </message>
    <message>
        <source>The value has no bytes: neither an event nor a delete marker, which would be null. Look for the producer that sends an empty text.</source>
        <translation>La valeur n’a aucun octet : ni un événement, ni une suppression, qui serait null. Cherchez le producteur qui envoie un texte vide.</translation>
    </message>
    <message>
        <source>The bytes are not JSON, so no consumer can read them and each will try again, or block, on them. Look at the producer’s serialiser.</source>
        <translation>Les octets ne sont pas du JSON ; aucun consommateur ne peut les lire, et chacun réessaiera ou restera bloqué. Regardez le sérialiseur du producteur.</translation>
    </message>
    <message>
        <source>Valid JSON, but no object, so it has no members that a consumer could read. Wrap the value in the envelope.</source>
        <translation>Du JSON valide, mais pas un objet : il n’y a pas de membres à lire. Mettez la valeur dans l’enveloppe.</translation>
    </message>
    <message>
        <source>The value holds binary data, which consumers of JSON cannot read: another format was published on this topic. Give it a topic of its own, or publish JSON.</source>
        <translation>La valeur contient des données binaires, illisibles pour qui attend du JSON : un autre format a été publié ici. Donnez-lui son propre topic, ou publiez du JSON.</translation>
    </message>
    <message>
        <source>The text is not valid UTF-8 and consumers refuse it: a wrong character set, or a message cut in two. Write UTF-8, and never cut a text by bytes.</source>
        <translation>Le texte n’est pas de l’UTF-8 valide et les consommateurs le refusent : mauvais jeu de caractères, ou message coupé en deux. Écrivez de l’UTF-8, et ne coupez jamais un texte par octets.</translation>
    </message>
    <message>
        <source>The value starts as a schema registry writes it (Avro, Protobuf or JSON Schema), and readers of plain JSON stop there. Publish plain JSON, as the platform’s other services do.</source>
        <translation>La valeur commence comme l’écrit un registre de schémas (Avro, Protobuf ou JSON Schema) ; les lecteurs de JSON simple s’y arrêtent. Publiez du JSON simple, comme les autres services de la plateforme.</translation>
    </message>
    <message>
        <source>The object was serialised twice and arrives as a text that holds JSON, in which consumers find no members. Serialise it once.</source>
        <translation>L’objet a été sérialisé deux fois et arrive comme un texte qui contient du JSON, où les consommateurs ne trouvent aucun membre. Sérialisez-le une fois.</translation>
    </message>
    <message>
        <source>The value starts with a byte order mark, which strict JSON readers refuse. Write UTF-8 without it.</source>
        <translation>La valeur commence par une marque d’ordre des octets, que les lecteurs JSON stricts refusent. Écrivez de l’UTF-8 sans elle.</translation>
    </message>
    <message>
        <source>The value is nested deeper than any event should be; readers stop before their stack overflows. Look at what the producer puts into itself.</source>
        <translation>La valeur est imbriquée plus qu’aucun événement ne devrait l’être ; les lecteurs s’arrêtent avant que leur pile ne déborde. Regardez ce que le producteur met dans lui-même.</translation>
    </message>
    <message>
        <source>A member appears twice in one object, and readers differ in which one they take; here the last one counts. Write it once.</source>
        <translation>Un membre apparaît deux fois dans un objet, et les lecteurs ne prennent pas tous le même ; ici le dernier compte. Écrivez-le une fois.</translation>
    </message>
    <message>
        <source>The value holds a number or character that strict readers refuse. It was read tolerantly; fix the producer.</source>
        <translation>La valeur contient un nombre ou un caractère que les lecteurs stricts refusent. Elle a été lue avec tolérance ; corrigez le producteur.</translation>
    </message>
    <message>
        <source>A copy on the retry queue: a consumer failed on the original and will try again. Look at its log if attempts pile up, and let handlers bear the same event twice.</source>
        <translation>Une copie dans la file de reprise : un consommateur a échoué sur l’original et réessaiera. Regardez son journal si les tentatives s’accumulent, et que les traitements supportent deux fois le même événement.</translation>
    </message>
    <message>
        <source>A consumer gave this message up. Nothing will happen to it until somebody acts: fix the cause, then publish it again.</source>
        <translation>Un consommateur a abandonné ce message. Rien ne lui arrivera tant que personne n’agit : corrigez la cause, puis republiez-le.</translation>
    </message>
    <message>
        <source>A topic of its own holds these dead letters, beside the one that the platform watches, so they are easily missed. Send them to the platform’s topic, or watch both.</source>
        <translation>Un topic à part garde ces lettres mortes, à côté de celui que la plateforme surveille ; on les manque facilement. Envoyez-les au topic de la plateforme, ou surveillez les deux.</translation>
    </message>
    <message>
        <source>The event is large: it slows every consumer down, and brokers refuse messages over one megabyte. Store the content elsewhere and publish a reference.</source>
        <translation>L’événement est grand : il ralentit chaque consommateur, et les brokers refusent les messages de plus d’un mégaoctet. Rangez le contenu ailleurs et publiez une référence.</translation>
    </message>
    <message>
        <source>The event carries a file as text, which every consumer downloads and the broker keeps. Store it elsewhere and publish its address.</source>
        <translation>L’événement transporte un fichier sous forme de texte, que chaque consommateur télécharge et que le broker garde. Rangez-le ailleurs et publiez son adresse.</translation>
    </message>
    <message>
        <source>The catalog does not know this topic: a typing error, or a contract that nobody declared, so nothing in it can be checked. Add it to the catalog, or correct the name.</source>
        <translation>Le catalogue ne connaît pas ce topic : une faute de frappe, ou un contrat que nul n’a déclaré ; rien n’y peut être vérifié. Ajoutez-le au catalogue, ou corrigez le nom.</translation>
    </message>
    <message>
        <source>The topic does not follow dreamscape.domain.entity.action, so patterns, permissions and dashboards miss it. Move its producers and consumers to a topic that does.</source>
        <translation>Le topic ne suit pas dreamscape.domaine.entité.action ; motifs, droits et tableaux de bord le manquent. Déplacez producteurs et consommateurs vers un topic qui le suit.</translation>
    </message>
    <message>
        <source>The payload holds a token, password or card number, and everybody who reads the topic sees it. Remove it and rotate the secret.</source>
        <translation>Le contenu porte un jeton, un mot de passe ou un numéro de carte, que voit quiconque lit le topic. Retirez-le et renouvelez le secret.</translation>
    </message>
    <message>
        <source>The change map names no old values, so nobody can tell what changed. Read the entity before writing it.</source>
        <translation>La liste des changements ne nomme aucune ancienne valeur ; nul ne sait ce qui a changé. Lisez l’entité avant de l’écrire.</translation>
    </message>
    <message>
        <source>The event carries little more than an id, so every consumer must call back for the state. Publish the state that changed.</source>
        <translation>L’événement ne porte guère plus qu’un identifiant ; chaque consommateur doit rappeler pour connaître l’état. Publiez l’état qui a changé.</translation>
    </message>
    <message>
        <source>A declared consumer group does not exist on this cluster, so nobody handles what it should read. Start its service, or correct the group’s name in the catalog.</source>
        <translation>Un groupe de consommateurs déclaré n’existe pas sur ce cluster ; nul ne traite ce qu’il devrait lire. Démarrez son service, ou corrigez le nom du groupe dans le catalogue.</translation>
    </message>
    <message>
        <source>Declared, but no traffic in this window: unused, untested, or broken. Exercise it, or remove the declaration.</source>
        <translation>Déclaré, mais sans trafic dans cette fenêtre : inutile, non testé ou cassé. Exercez-le, ou retirez la déclaration.</translation>
    </message>
    <message>
        <source>What is on the wire differs from the catalog, so whoever builds on the catalog builds wrongly. Update the schema, or the producer.</source>
        <translation>Ce qui circule diffère du catalogue ; qui se fie au catalogue se trompe. Mettez à jour le schéma, ou le producteur.</translation>
    </message>
    <message>
        <source>An effect that usually follows did not come, so a part of the work was probably not done. Look at the service that owes it.</source>
        <translation>Un effet qui suit d’habitude n’est pas venu ; une partie du travail n’a sans doute pas été faite. Regardez le service qui le doit.</translation>
    </message>
    <message>
        <source>More attempts than the convention allows: the retries hide a lasting failure and delay what waits behind it. Fix the cause, or let the message go to the dead letters.</source>
        <translation>Plus de tentatives que la convention n’en permet : les reprises cachent un échec durable et retardent ce qui attend derrière. Corrigez la cause, ou laissez aller le message aux lettres mortes.</translation>
    </message>
    <message>
        <source>One partition stands still while its siblings move: a message on which its consumer fails again and again, or a consumer that hangs. Look at the next message of that partition.</source>
        <translation>Une partition n’avance plus alors que ses sœurs avancent : un message sur lequel le consommateur échoue sans fin, ou un consommateur bloqué. Regardez le prochain message de cette partition.</translation>
    </message>
</context>
<context>
    <name>RuleGist</name>
    <message>
        <source>paid after cancelled, not refunded</source>
        <translation>annulée puis payée, non remboursée</translation>
    </message>
    <message>
        <source>failed, a done step not undone</source>
        <translation>échec, une étape faite n’est pas défaite</translation>
    </message>
    <message>
        <source>an event became a dead letter</source>
        <translation>un événement est devenu lettre morte</translation>
    </message>
    <message>
        <source>the awaited step did not come</source>
        <translation>l’étape attendue n’est pas venue</translation>
    </message>
    <message>
        <source>runs under several correlation ids</source>
        <translation>court sous plusieurs identifiants de corrélation</translation>
    </message>
    <message>
        <source>two events under one id</source>
        <translation>deux événements sous un identifiant</translation>
    </message>
    <message>
        <source>causes that go in a circle</source>
        <translation>des causes qui tournent en rond</translation>
    </message>
    <message>
        <source>a secret in a payload</source>
        <translation>un secret dans une charge utile</translation>
    </message>
    <message>
        <source>refunds disagree on the amount</source>
        <translation>les remboursements divergent sur le montant</translation>
    </message>
    <message>
        <source>confirmed before paid</source>
        <translation>confirmée avant le paiement</translation>
    </message>
    <message>
        <source>undone in the wrong order</source>
        <translation>défaite dans le mauvais ordre</translation>
    </message>
    <message>
        <source>may belong to another saga</source>
        <translation>appartient peut-être à une autre saga</translation>
    </message>
    <message>
        <source>its beginning was not seen</source>
        <translation>son début n’a pas été vu</translation>
    </message>
    <message>
        <source>the same fact twice</source>
        <translation>deux fois le même fait</translation>
    </message>
</context>
<context>
    <name>SagaState</name>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>compensated</source>
        <translation>compensée</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>remboursée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échouée</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>bloquée</translation>
    </message>
    <message>
        <source>dead-lettered</source>
        <translation>en lettre morte</translation>
    </message>
    <message>
        <source>inconsistent</source>
        <translation>incohérente</translation>
    </message>
</context>
<context>
    <name>SagaStyle</name>
    <message>
        <source>choreographed</source>
        <translation>chorégraphiée</translation>
    </message>
    <message>
        <source>orchestrated</source>
        <translation>orchestrée</translation>
    </message>
    <message>
        <source>no definition</source>
        <translation>sans définition</translation>
    </message>
</context>
<context>
    <name>SchemaHint</name>
    <message>
        <source>should be %1</source>
        <translation>devrait être %1</translation>
    </message>
    <message>
        <source>none of the allowed values</source>
        <translation>aucune des valeurs permises</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>moins que %1</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>plus que %1</translation>
    </message>
    <message>
        <source>its length is not within %1</source>
        <translation>sa longueur dépasse la limite %1</translation>
    </message>
    <message>
        <source>does not match %1</source>
        <translation>ne suit pas %1</translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>n’est pas %1</translation>
    </message>
    <message>
        <source>required but missing</source>
        <translation>requis mais manquant</translation>
    </message>
    <message>
        <source>not in schema</source>
        <translation>absent du schéma</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>parmi %1</translation>
    </message>
</context>
<context>
    <name>SentModel</name>
    <message>
        <source>[%1] @ %2 · acked %3 ms</source>
        <translation>[%1] @ %2 · confirmé en %3 ms</translation>
    </message>
</context>
<context>
    <name>SequenceText</name>
    <message>
        <source>unknown sender</source>
        <translation>expéditeur inconnu</translation>
    </message>
    <message>
        <source>dead letter</source>
        <translation>lettre morte</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>nouvel essai</translation>
    </message>
    <message numerus="yes">
        <source>×%1 · %n messages each</source>
        <translation>
            <numerusform>×%1 · %n message à la fois</numerusform>
            <numerusform>×%1 · %n messages à la fois</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 publishes %2 to %3</source>
        <translation>%1 publie %2 sur %3</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>compensation</source>
        <translation>compensation</translation>
    </message>
    <message>
        <source>%1 goes on after %2</source>
        <translation>%1 poursuit après %2</translation>
    </message>
    <message>
        <source>%1 reads %2 from %3</source>
        <translation>%1 lit %2 sur %3</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>score %1</translation>
    </message>
    <message>
        <source>The catalog does not name it as a reader of this topic; what it published afterwards shows that it read.</source>
        <translation>Le catalogue ne le cite pas comme lecteur de ce topic ; ce qu’il a publié ensuite montre qu’il l’a lu.</translation>
    </message>
    <message>
        <source>nothing for %1</source>
        <translation>rien pendant %1</translation>
    </message>
    <message>
        <source>Click to fold them.</source>
        <translation>Cliquez pour les plier.</translation>
    </message>
    <message>
        <source>Click to see them one by one.</source>
        <translation>Cliquez pour les voir un par un.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>ServiceGraph</name>
    <message>
        <source>%1/s</source>
        <comment>events per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>no source given</source>
        <translation>sans source</translation>
    </message>
    <message>
        <source>retry queue</source>
        <translation>file de reprise</translation>
    </message>
    <message>
        <source>dead letters</source>
        <translation>lettres mortes</translation>
    </message>
    <message>
        <source>no known consumer</source>
        <translation>aucun consommateur connu</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
</context>
<context>
    <name>StepStatus</name>
    <message>
        <source>done</source>
        <translation>faite</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquante</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échouée</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>défaite</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>inutile</translation>
    </message>
</context>
<context>
    <name>TicketText</name>
    <message>
        <source>Saga without a definition</source>
        <translation>Saga sans définition</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>à l’instant %1</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>à un moment inconnu</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 à %2, %3</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>As of an earlier moment</source>
        <translation>À un moment passé</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>À l’instant</translation>
    </message>
    <message>
        <source>May be one with</source>
        <translation>Pourrait ne faire qu’une avec</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>%1 after the step above</source>
        <translation>%1 après l’étape ci-dessus</translation>
    </message>
    <message>
        <source>The last %1 of %2 events</source>
        <translation>Les %1 derniers des %2 événements</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>undone after %1</source>
        <translation>défait après %1</translation>
    </message>
    <message>
        <source>compensation · %1</source>
        <translation>compensation · %1</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>pourquoi ?</translation>
    </message>
</context>
<context>
    <name>TimelineText</name>
    <message>
        <source>causal order</source>
        <translation>ordre causal</translation>
    </message>
    <message>
        <source>◷ clocks differ</source>
        <translation>◷ horloges en désaccord</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>de vous</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>attend depuis %1</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>nouveaux essais</translation>
    </message>
    <message>
        <source>dead letters</source>
        <translation>lettres mortes</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>coordinateur</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>compensation</source>
        <translation>compensation</translation>
    </message>
    <message>
        <source>undone out of order: a later step should have been undone first</source>
        <translation>défait dans le désordre : une étape plus tardive aurait dû l’être d’abord</translation>
    </message>
    <message>
        <source>its clock says %1 before its cause</source>
        <translation>selon son horloge, %1 avant sa cause</translation>
    </message>
    <message>
        <source>moved by +%1 to its cause</source>
        <translation>déplacé de +%1 jusqu’à sa cause</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>sans heure</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a failure or an error</source>
        <translation>
            <numerusform>%n avec un échec ou une erreur</numerusform>
            <numerusform>%n avec un échec ou une erreur</numerusform>
        </translation>
    </message>
    <message>
        <source>Double-click to see them one by one.</source>
        <translation>Double-cliquez pour les voir un par un.</translation>
    </message>
    <message>
        <source>%1 undoes %2</source>
        <translation>%1 défait %2</translation>
    </message>
    <message>
        <source>paired by the definition</source>
        <translation>appariés par la définition</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Why? User, amount, currency and time fit: score %1. Nothing in the events says so.</source>
        <translation>Pourquoi ? Utilisateur, montant, devise et moment concordent : score %1. Rien dans les événements ne le dit.</translation>
    </message>
    <message numerus="yes">
        <source>One of %n that begin here.</source>
        <translation>
            <numerusform>Le seul qui commence ici.</numerusform>
            <numerusform>L’un des %n qui commencent ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 de %2 à %3</translation>
    </message>
    <message>
        <source>%1 from %2 was not seen</source>
        <translation>%1 de %2 n’a pas été vu</translation>
    </message>
    <message>
        <source>%1 has not been undone</source>
        <translation>%1 n’a pas été défait</translation>
    </message>
    <message>
        <source>awaited for %1</source>
        <translation>attendu depuis %1</translation>
    </message>
    <message>
        <source>due in %1, at %2</source>
        <translation>dû dans %1, à %2</translation>
    </message>
    <message>
        <source>was due at %1</source>
        <translation>était dû à %1</translation>
    </message>
    <message>
        <source>%1: current step, for %2</source>
        <translation>%1 : étape en cours, depuis %2</translation>
    </message>
    <message>
        <source>%1 is about %2 behind %3</source>
        <translation>%1 retarde d’environ %2 sur %3</translation>
    </message>
    <message>
        <source>%1 is at least %2 behind %3</source>
        <translation>%1 retarde d’au moins %2 sur %3</translation>
    </message>
    <message numerus="yes">
        <source>%n declared cause(s)</source>
        <translation>
            <numerusform>%n cause déclarée</numerusform>
            <numerusform>%n causes déclarées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>caused by %1, %2</source>
        <translation>causé par %1, %2</translation>
    </message>
    <message>
        <source>undoes %1</source>
        <translation>défait %1</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>no definition</source>
        <translation>aucune définition</translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s) would follow %1 instead of %2</source>
        <translation>
            <numerusform>%Ln saga suivrait %1 au lieu de %2</numerusform>
            <numerusform>%Ln sagas suivraient %1 au lieu de %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s) would be joined out of several</source>
        <translation>
            <numerusform>%Ln saga serait réunie à partir de plusieurs</numerusform>
            <numerusform>%Ln sagas seraient réunies à partir de plusieurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s) would fall apart into several</source>
        <translation>
            <numerusform>%Ln saga se séparerait en plusieurs</numerusform>
            <numerusform>%Ln sagas se sépareraient en plusieurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s) would be new, of events that belong to none</source>
        <translation>
            <numerusform>%Ln saga serait nouvelle, d’événements qui n’appartiennent à aucune</numerusform>
            <numerusform>%Ln sagas seraient nouvelles, d’événements qui n’appartiennent à aucune</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s) would be none any more</source>
        <translation>
            <numerusform>%Ln saga n’en serait plus une</numerusform>
            <numerusform>%Ln sagas n’en seraient plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s) from %1 to %2</source>
        <translation>
            <numerusform>%Ln saga passerait de %1 à %2</numerusform>
            <numerusform>%Ln sagas passeraient de %1 à %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, now as %2</source>
        <translation>%1, désormais comme %2</translation>
    </message>
    <message>
        <source>%1: in %2 more</source>
        <translation>%1 : dans %2 de plus</translation>
    </message>
    <message>
        <source>%1: in %2 fewer</source>
        <translation>%1 : dans %2 de moins</translation>
    </message>
    <message>
        <source>%1: in %2 more and %3 fewer</source>
        <translation>%1 : dans %2 de plus et %3 de moins</translation>
    </message>
    <message>
        <source>No saga would change.</source>
        <translation>Aucune saga ne changerait.</translation>
    </message>
    <message>
        <source>No saga would come to another state, but this would be otherwise:</source>
        <translation>Aucune saga ne changerait d’état, mais ceci serait différent :</translation>
    </message>
    <message numerus="yes">
        <source>This change would move %Ln saga(s) from %1 to %2</source>
        <translation>
            <numerusform>Ce changement ferait passer %Ln saga de %1 à %2</numerusform>
            <numerusform>Ce changement ferait passer %Ln sagas de %1 à %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln other(s).</source>
        <translation>
            <numerusform>%1, et %Ln autre.</numerusform>
            <numerusform>%1, et %Ln autres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::BaselineTab</name>
    <message>
        <source>What is compared</source>
        <translation>Ce qui est comparé</translation>
    </message>
    <message>
        <source>Two time windows</source>
        <translation>Deux fenêtres de temps</translation>
    </message>
    <message>
        <source>A capture and this session</source>
        <translation>Une capture et cette session</translation>
    </message>
    <message>
        <source>A = time window</source>
        <translation>A = fenêtre de temps</translation>
    </message>
    <message>
        <source>B = time window</source>
        <translation>B = fenêtre de temps</translation>
    </message>
    <message>
        <source>Open a capture…</source>
        <translation>Ouvrir une capture…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the whole comparison, all definitions, cells apart by tabs</source>
        <translation>Copier toute la comparaison, toutes les définitions, cellules séparées par des tabulations</translation>
    </message>
    <message>
        <source>What changed from A to B</source>
        <translation>Ce qui a changé de A à B</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>p50 A → B</source>
        <translation>p50 A → B</translation>
    </message>
    <message>
        <source>p95 A → B</source>
        <translation>p95 A → B</translation>
    </message>
    <message>
        <source>Open a capture to compare with</source>
        <translation>Ouvrir une capture à comparer</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>Lecture de %1 …</translation>
    </message>
    <message>
        <source>A: %1 · B: this session</source>
        <translation>A : %1 · B : cette session</translation>
    </message>
    <message>
        <source>A: started %1 · B: started %2</source>
        <translation>A : démarrées %1 · B : démarrées %2</translation>
    </message>
    <message>
        <source>Compare the sagas that started in the chosen time window</source>
        <translation>Comparer les sagas démarrées dans la fenêtre de temps choisie</translation>
    </message>
    <message>
        <source>Drag over the histogram above to choose a time window first</source>
        <translation>Glissez d’abord sur l’histogramme du haut pour choisir une fenêtre de temps</translation>
    </message>
    <message>
        <source>Variants: durations of sagas that ended</source>
        <translation>Variantes : durées des sagas terminées</translation>
    </message>
    <message>
        <source>Transitions: waits</source>
        <translation>Transitions : attentes</translation>
    </message>
    <message>
        <source>Open a capture to compare this session with.</source>
        <translation>Ouvrez une capture à comparer avec cette session.</translation>
    </message>
    <message>
        <source>%1. Neither side has sagas of this definition.</source>
        <translation>%1. Aucun des deux côtés n’a de saga de cette définition.</translation>
    </message>
    <message>
        <source>%1. Times are compared where both sides have at least %2 samples.</source>
        <translation>%1. Les durées sont comparées quand chaque côté a au moins %2 échantillons.</translation>
    </message>
    <message>
        <source>Outcomes: share of %1 sagas in A and of %2 in B</source>
        <translation>Issues : part de %1 sagas dans A et de %2 dans B</translation>
    </message>
    <message>
        <source>%1: %2 sagas in A, %3 in B</source>
        <translation>%1 : %2 sagas dans A, %3 dans B</translation>
    </message>
    <message>
        <source>+ new: %1</source>
        <translation>+ nouveau : %1</translation>
    </message>
    <message>
        <source>− gone: %1</source>
        <translation>− disparu : %1</translation>
    </message>
    <message>
        <source>%1
%2 samples in A, %3 in B</source>
        <translation>%1
%2 échantillons dans A, %3 dans B</translation>
    </message>
    <message>
        <source>A capture or a file of JSON lines; it becomes A, this session is B</source>
        <translation>Une capture ou un fichier de lignes JSON ; elle devient A, cette session est B</translation>
    </message>
    <message>
        <source>Captures and JSON lines (*.sagascope *.jsonl *.ndjson *.json);;All files (*)</source>
        <translation>Captures et lignes JSON (*.sagascope *.jsonl *.ndjson *.json);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::CaptureDesk</name>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Save as ano&amp;ther capture…</source>
        <translation>Enregistrer comme une au&amp;tre capture…</translation>
    </message>
    <message>
        <source>&amp;Bookmark</source>
        <translation>&amp;Signet</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Note…</translation>
    </message>
    <message>
        <source>Notes and boo&amp;kmarks</source>
        <translation>Notes et si&amp;gnets</translation>
    </message>
    <message>
        <source>Select an event or a saga first; then it can be bookmarked.</source>
        <translation>Choisissez d’abord un événement ou une saga ; un signet pourra alors y être mis.</translation>
    </message>
    <message>
        <source>Select an event or a saga first; then a note can be written about it.</source>
        <translation>Choisissez d’abord un événement ou une saga ; une note pourra alors être écrite à son sujet.</translation>
    </message>
    <message>
        <source>This capture was opened read-only: nothing is written into it. Save it as another capture to keep your notes.</source>
        <translation>Cette capture a été ouverte en lecture seule : rien n’y est écrit. Enregistrez-la comme une autre capture pour garder vos notes.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>%1 is no longer there: it was moved, renamed or deleted.</source>
        <translation>%1 n’est plus là : le fichier a été déplacé, renommé ou supprimé.</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Le retirer de la liste</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>Captures</translation>
    </message>
    <message>
        <source>A capture is still being saved.</source>
        <translation>Une capture est encore en cours d’enregistrement.</translation>
    </message>
    <message>
        <source>Close once it is saved</source>
        <translation>Fermer une fois enregistrée</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Fermer sans elle</translation>
    </message>
    <message>
        <source>Notes and bookmarks</source>
        <translation>Notes et signets</translation>
    </message>
    <message>
        <source>Your notes and bookmarks are not saved.</source>
        <translation>Vos notes et signets ne sont pas enregistrés.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Open the latest</source>
        <translation>Ouvrir la dernière</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) did not come to an end. What was read is still there.</source>
        <translation>
            <numerusform>%n session a été interrompue. Ce qui avait été lu est encore là.</numerusform>
            <numerusform>%n sessions ont été interrompues. Ce qui avait été lu est encore là.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::CaptureSaver</name>
    <message>
        <source>Nothing has been read yet, so there is nothing to save.</source>
        <translation>Rien n’a encore été lu : il n’y a rien à enregistrer.</translation>
    </message>
    <message>
        <source>%1 is still being saved. Save again once it is done.</source>
        <translation>%1 est encore en cours d’enregistrement. Enregistrez de nouveau quand ce sera fini.</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>L’arrêter</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>Enregistrement de %1…</translation>
    </message>
    <message>
        <source>Saving %1… %2 %, %3 records/s, about %4 left</source>
        <translation>Enregistrement de %1… %2 %, %3 enregistrements/s, encore %4 environ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The notes are saved in %1.</source>
        <translation>Les notes sont enregistrées dans %1.</translation>
    </message>
    <message>
        <source>Saved %1: %2 records, %3.</source>
        <translation>%1 enregistré : %2 enregistrements, %3.</translation>
    </message>
    <message>
        <source>%1 records were redacted.</source>
        <translation>%1 enregistrements ont été caviardés.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was saved, and no file was changed.</source>
        <translation>Arrêté. Rien n’a été enregistré et aucun fichier n’a changé.</translation>
    </message>
    <message>
        <source>The notes could not be saved in %1. Save everything as another capture instead.</source>
        <translation>Les notes n’ont pas pu être enregistrées dans %1. Enregistrez plutôt le tout comme une autre capture.</translation>
    </message>
    <message>
        <source>%1 could not be saved. Nothing is left of it. Choose another folder, or make room on the disk.</source>
        <translation>%1 n’a pas pu être enregistré. Il n’en reste rien. Choisissez un autre dossier, ou faites de la place sur le disque.</translation>
    </message>
    <message>
        <source>%1 could not be saved: the records cannot be read again, since the file in which they lie is gone or damaged.</source>
        <translation>%1 n’a pas pu être enregistré : les enregistrements ne peuvent pas être relus, car le fichier qui les contient a disparu ou est endommagé.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::CausationTab</name>
    <message>
        <source>Too entangled to draw</source>
        <translation>Trop enchevêtré pour être dessiné</translation>
    </message>
    <message>
        <source>So many events cause so many others that no drawing would be readable. The other views show them.</source>
        <translation>Tant d’événements en causent tant d’autres qu’aucun dessin ne serait lisible. Les autres vues les montrent.</translation>
    </message>
    <message>
        <source>This graph cannot be laid out</source>
        <translation>Ce graphe ne peut pas être disposé</translation>
    </message>
    <message>
        <source>No saga selected</source>
        <translation>Aucune saga choisie</translation>
    </message>
    <message>
        <source>Choose a saga on the left to see its causes and effects.</source>
        <translation>Choisissez une saga à gauche pour voir ses causes et ses effets.</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Dessin en cours…</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are being laid out.</source>
        <translation>
            <numerusform>%n événement est en train d’être disposé.</numerusform>
            <numerusform>%n événements sont en train d’être disposés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Not drawn</source>
        <translation>Non dessiné</translation>
    </message>
    <message>
        <source>You stopped the drawing of this saga.</source>
        <translation>Vous avez arrêté le dessin de cette saga.</translation>
    </message>
    <message>
        <source>Draw it</source>
        <translation>La dessiner</translation>
    </message>
    <message>
        <source>equal effects of one cause folded</source>
        <translation>effets semblables d’une même cause réunis</translation>
    </message>
    <message>
        <source>folded by event type</source>
        <translation>réuni par type d’événement</translation>
    </message>
    <message numerus="yes">
        <source>critical path %1, %n step(s)</source>
        <translation>
            <numerusform>chemin critique %1, %n étape</numerusform>
            <numerusform>chemin critique %1, %n étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cause(s) missing</source>
        <translation>
            <numerusform>%n cause manquante</numerusform>
            <numerusform>%n causes manquantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cycle(s)</source>
        <translation>
            <numerusform>%n cycle</numerusform>
            <numerusform>%n cycles</numerusform>
        </translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Show the whole graph (0). Zoom with the wheel or + and −; ← goes to the cause, → to the effect, E walks the edges.</source>
        <translation>Montrer tout le graphe (0). La molette ou + et − agrandissent ; ← va à la cause, → à l’effet, E parcourt les arêtes.</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Déplier</translation>
    </message>
    <message>
        <source>Draw every event by itself, up to %1 of them</source>
        <translation>Dessiner chaque événement à part, jusqu’à %1</translation>
    </message>
    <message>
        <source>Causes and effects of the saga</source>
        <translation>Causes et effets de la saga</translation>
    </message>
    <message>
        <source>took longest</source>
        <translation>le plus long</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>cycle</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>déclaré</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>par règle</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>déduit</translation>
    </message>
    <message>
        <source>compensation</source>
        <translation>compensation</translation>
    </message>
    <message>
        <source>cause not seen</source>
        <translation>cause non vue</translation>
    </message>
    <message>
        <source>retry, dead letter</source>
        <translation>reprise, lettre morte</translation>
    </message>
    <message>
        <source>Causation</source>
        <translation>Causalité</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ChartPanel</name>
    <message>
        <source>Save the chart</source>
        <translation>Enregistrer le graphique</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Images (*.png)</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>Enregistrer les nombres</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Save this chart as a picture or as numbers</source>
        <translation>Enregistrer ce graphique comme image ou comme nombres</translation>
    </message>
    <message>
        <source>As a picture (PNG)…</source>
        <translation>Comme image (PNG)…</translation>
    </message>
    <message>
        <source>As numbers (CSV)…</source>
        <translation>Comme nombres (CSV)…</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::CheckPanel</name>
    <message>
        <source>Steps of the connection test</source>
        <translation>Étapes du test de connexion</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation>Test de la connexion…</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n problème trouvé</numerusform>
            <numerusform>%n problèmes trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation>Tout fonctionne</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ClusterSection</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>C&amp;ouleur</translation>
    </message>
    <message>
        <source>&amp;Bootstrap servers</source>
        <translation>Ser&amp;veurs d’amorçage</translation>
    </message>
    <message>
        <source>&amp;Read-only: never publish to this cluster</source>
        <translation>Lectu&amp;re seule : ne jamais publier sur ce cluster</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Turquoise</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ambre</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>That of the environment</source>
        <translation>Celle de l’environnement</translation>
    </message>
    <message>
        <source>En&amp;vironment</source>
        <translation>&amp;Environnement</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::CompareModel</name>
    <message>
        <source>How much longer the right saga took for this step, counted from the row before</source>
        <translation>Ce que la saga de droite a pris de plus pour cette étape, compté depuis la ligne précédente</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>left %1 · right %2</source>
        <translation>à gauche %1 · à droite %2</translation>
    </message>
    <message>
        <source>The payloads of this row were not read.</source>
        <translation>Les contenus de cette ligne n’ont pas été lus.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::CompareTab</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>right took %1 longer</source>
        <translation>à droite, %1 de plus</translation>
    </message>
    <message>
        <source>right took %1 less</source>
        <translation>à droite, %1 de moins</translation>
    </message>
    <message numerus="yes">
        <source>%n only left</source>
        <translation>
            <numerusform>%n à gauche seulement</numerusform>
            <numerusform>%n à gauche seulement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only right</source>
        <translation>
            <numerusform>%n à droite seulement</numerusform>
            <numerusform>%n à droite seulement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out of order</source>
        <translation>
            <numerusform>%n dans un autre ordre</numerusform>
            <numerusform>%n dans un autre ordre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with other fields</source>
        <translation>
            <numerusform>%n avec d’autres champs</numerusform>
            <numerusform>%n avec d’autres champs</numerusform>
        </translation>
    </message>
    <message>
        <source>no differences</source>
        <translation>aucune différence</translation>
    </message>
    <message>
        <source>Choose a row to see which fields differ.</source>
        <translation>Choisissez une ligne pour voir quels champs diffèrent.</translation>
    </message>
    <message>
        <source>%1 happened on one side only.</source>
        <translation>%1 n’a eu lieu que d’un côté.</translation>
    </message>
    <message>
        <source>The payloads of this row were not read: only those of the first %1 rows are.</source>
        <translation>Les contenus de cette ligne n’ont pas été lus : seuls ceux des %1 premières lignes le sont.</translation>
    </message>
    <message>
        <source>%1: both payloads are equal.</source>
        <translation>%1 : les deux contenus sont égaux.</translation>
    </message>
    <message>
        <source>%1: fields that differ</source>
        <translation>%1 : champs qui diffèrent</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Échanger</translation>
    </message>
    <message>
        <source>Left becomes right</source>
        <translation>La gauche devient la droite</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>Pin the saga that is selected now as the left one instead. Esc ends comparing.</source>
        <translation>Épingler à gauche la saga choisie maintenant. Échap met fin à la comparaison.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the comparison as text; masked fields stay masked</source>
        <translation>Copier la comparaison en texte ; les champs masqués le restent</translation>
    </message>
    <message>
        <source>Aligned events of both sagas</source>
        <translation>Événements alignés des deux sagas</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>Champs qui diffèrent</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>%1 is pinned</source>
        <translation>%1 est épinglée</translation>
    </message>
    <message>
        <source>Now choose the saga to compare it with in the list. Esc ends comparing.</source>
        <translation>Choisissez maintenant dans la liste la saga à lui comparer. Échap met fin à la comparaison.</translation>
    </message>
    <message>
        <source>Compare two sagas</source>
        <translation>Comparer deux sagas</translation>
    </message>
    <message>
        <source>Choose the first one in the list; then the second.</source>
        <translation>Choisissez la première dans la liste, puis la seconde.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>no definition</source>
        <translation>sans définition</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ComposeRoom</name>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Fill the form with new sample values</source>
        <translation>Remplir le formulaire avec de nouvelles valeurs d’exemple</translation>
    </message>
    <message>
        <source>Edit the payload as JSON text (Ctrl+J)</source>
        <translation>Modifier le contenu comme texte JSON (Ctrl+J)</translation>
    </message>
    <message>
        <source>Edit the payload as JSON text</source>
        <translation>Modifier le contenu comme texte JSON</translation>
    </message>
    <message>
        <source>unknown type: write its payload as JSON</source>
        <translation>type inconnu : écrivez son contenu en JSON</translation>
    </message>
    <message>
        <source>no schema</source>
        <translation>sans schéma</translation>
    </message>
    <message>
        <source>continues saga %1</source>
        <translation>continue la saga %1</translation>
    </message>
    <message>
        <source>of no saga so far</source>
        <translation>d’aucune saga pour l’instant</translation>
    </message>
    <message>
        <source>a story of its own</source>
        <translation>une histoire à part</translation>
    </message>
    <message>
        <source>That record holds no event that could be answered. Choose another one, or compose a new event.</source>
        <translation>Cet enregistrement ne contient pas d’événement auquel répondre. Choisissez-en un autre, ou composez un nouvel événement.</translation>
    </message>
    <message>
        <source>The cluster</source>
        <translation>Le cluster</translation>
    </message>
    <message>
        <source>Publish again</source>
        <translation>Publier de nouveau</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Composer</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ConcernMark</name>
    <message>
        <source>Click to see the event.</source>
        <translation>Cliquez pour voir l’événement.</translation>
    </message>
    <message>
        <source>Finding: %1</source>
        <translation>Constat : %1</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ConnectionChip</name>
    <message>
        <source>%1 · connecting…</source>
        <translation>%1 · connexion…</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message numerus="yes">
        <source>%n broker(s)</source>
        <translation>
            <numerusform>%n broker</numerusform>
            <numerusform>%n brokers</numerusform>
        </translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>Connection: %1 %2</source>
        <translation>Connexion : %1 %2</translation>
    </message>
    <message>
        <source>Details of the connection</source>
        <translation>Détails de la connexion</translation>
    </message>
    <message>
        <source>state</source>
        <translation>état</translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation>bootstrap</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>topics</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) with records</source>
        <translation>
            <numerusform>%n topic avec des enregistrements</numerusform>
            <numerusform>%n topics avec des enregistrements</numerusform>
        </translation>
    </message>
    <message>
        <source>writing</source>
        <translation>écriture</translation>
    </message>
    <message>
        <source>never: read-only</source>
        <translation>jamais : lecture seule</translation>
    </message>
    <message>
        <source>only when you publish</source>
        <translation>seulement quand vous publiez</translation>
    </message>
    <message>
        <source>records</source>
        <translation>enregistrements</translation>
    </message>
    <message>
        <source>%1 not decodable</source>
        <translation>%1 non décodables</translation>
    </message>
    <message>
        <source>A Kafka cluster inside this program. What it cannot show:</source>
        <translation>Un cluster Kafka dans ce programme. Ce qu’il ne peut pas montrer :</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdus</translation>
    </message>
    <message>
        <source>removed by the cluster&apos;s retention before they were read</source>
        <translation>supprimés par la rétention du cluster avant d’être lus</translation>
    </message>
    <message>
        <source>%1, read-only</source>
        <translation>%1, lecture seule</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>environnement</translation>
    </message>
    <message>
        <source>Connect to another cluster…</source>
        <translation>Se connecter à un autre cluster…</translation>
    </message>
    <message>
        <source>created again</source>
        <translation>recréées</translation>
    </message>
    <message>
        <source>partitions of topics that were deleted meanwhile</source>
        <translation>partitions de topics supprimés entre-temps</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>sans message</translation>
    </message>
    <message>
        <source>at %1 offsets</source>
        <translation>à %1 offsets</translation>
    </message>
    <message>
        <source>what lies there?</source>
        <translation>qu’y a-t-il là ?</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>échantillon</translation>
    </message>
    <message>
        <source>1 traveller in %1</source>
        <translation>1 voyageur sur %1</translation>
    </message>
    <message>
        <source>%1 records left out</source>
        <translation>%1 messages écartés</translation>
    </message>
    <message>
        <source>remnants</source>
        <translation>restes</translation>
    </message>
    <message>
        <source>name no traveller and no id of the sample</source>
        <translation>ne nomment aucun voyageur ni aucun identifiant de l’échantillon</translation>
    </message>
    <message>
        <source>redacted</source>
        <translation>caviardé</translation>
    </message>
    <message>
        <source>taken out before it was saved</source>
        <translation>retiré avant l’enregistrement</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimées</translation>
    </message>
    <message>
        <source>partitions of topics that are not there any more</source>
        <translation>partitions de topics qui n’existent plus</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ConsumersRoom</name>
    <message numerus="yes">
        <source>%n, the worst first</source>
        <translation>
            <numerusform>%n, le pire d’abord</numerusform>
            <numerusform>%n, le pire d’abord</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known of an earlier moment</source>
        <translation>Inconnu pour un moment passé</translation>
    </message>
    <message>
        <source>Groups are judged as they are now; where they stood earlier is not kept.</source>
        <translation>Les groupes sont jugés tels qu’ils sont maintenant ; où ils en étaient plus tôt n’est pas conservé.</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Retour au direct</translation>
    </message>
    <message>
        <source>No consumer group to show</source>
        <translation>Aucun groupe de consommateurs à montrer</translation>
    </message>
    <message>
        <source>Groups, their members and how far behind they are appear here once a cluster or the demo is connected; a file has none.</source>
        <translation>Les groupes, leurs membres et leur retard apparaissent ici dès qu’un cluster ou la démonstration est connecté ; un fichier n’en a pas.</translation>
    </message>
    <message>
        <source>Consumer groups</source>
        <translation>Groupes de consommateurs</translation>
    </message>
    <message>
        <source>Lag in time, partition by group</source>
        <translation>Retard en temps, par partition et par groupe</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation>Détention</translation>
    </message>
    <message>
        <source>Which member held which partition, and when</source>
        <translation>Quel membre a tenu quelle partition, et quand</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Tous les groupes</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Which groups have passed the selected event, and how long after</source>
        <translation>Quels groupes ont dépassé l’événement choisi, et combien de temps après</translation>
    </message>
    <message>
        <source>Every partition and every group: how far behind in time</source>
        <translation>Chaque partition et chaque groupe : le retard en temps</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Consommateurs</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::CoverageTab</name>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>Compensations</source>
        <translation>Compensations</translation>
    </message>
    <message>
        <source>Branches: what caused what</source>
        <translation>Branches : ce qui a causé quoi</translation>
    </message>
    <message>
        <source>Failures that healed</source>
        <translation>Échecs rattrapés</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Issues</translation>
    </message>
    <message>
        <source>Copy CSV</source>
        <translation>Copier en CSV</translation>
    </message>
    <message>
        <source>Copy the coverage as comma-separated values, with the keys of examples</source>
        <translation>Copier la couverture en valeurs séparées par des virgules, avec les clés des exemples</translation>
    </message>
    <message>
        <source>Coverage of the definition</source>
        <translation>Couverture de la définition</translation>
    </message>
    <message>
        <source>What the definition provides for</source>
        <translation>Ce que prévoit la définition</translation>
    </message>
    <message>
        <source>Sagas</source>
        <translation>Sagas</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Enter or a double click shows an example</source>
        <translation>Entrée ou un double clic montre un exemple</translation>
    </message>
    <message>
        <source>These sagas follow no definition, so there is nothing to cover.</source>
        <translation>Ces sagas ne suivent aucune définition : il n’y a rien à couvrir.</translation>
    </message>
    <message>
        <source>%1 of %2 exercised; what never was is marked.</source>
        <translation>%1 sur %2 exercés ; ce qui ne l’a jamais été est marqué.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DecodeTrouble</name>
    <message>
        <source>byte %1 of %2</source>
        <translation>octet %1 sur %2</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>attendu</translation>
    </message>
    <message>
        <source>a JSON object in UTF-8</source>
        <translation>un objet JSON en UTF-8</translation>
    </message>
    <message>
        <source>stopped at</source>
        <translation>arrêt à</translation>
    </message>
    <message>
        <source>The bytes around that place</source>
        <translation>Les octets autour de cet endroit</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DefinitionDocument</name>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Saisir</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DefinitionForm</name>
    <message numerus="yes">
        <source>%n fault(s) here</source>
        <translation>
            <numerusform>%n faute ici</numerusform>
            <numerusform>%n fautes ici</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of the definition</source>
        <translation>Parties de la définition</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DefinitionList</name>
    <message>
        <source>Back to the built-in one…</source>
        <translation>Revenir à la définition fournie…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Définitions</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>An empty definition</source>
        <translation>Une définition vide</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Duplicate, delete, import, export, propose</source>
        <translation>Dupliquer, supprimer, importer, exporter, proposer</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Propose from the sagas shown in the list</source>
        <translation>Proposer d’après les sagas de la liste</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exporter vers un fichier…</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DefinitionListModel</name>
    <message>
        <source>new, not saved yet</source>
        <translation>nouvelle, pas encore enregistrée</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>fournie</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>à vous</translation>
    </message>
    <message>
        <source>yours, in place of the built-in one</source>
        <translation>à vous, à la place de celle fournie</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <source> · changed</source>
        <translation> · modifiée</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DefinitionShelf</name>
    <message>
        <source>Revert</source>
        <translation>Rétablir</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DefinitionTextPane</name>
    <message>
        <source>Line %1 · %2</source>
        <translation>Ligne %1 · %2</translation>
    </message>
    <message>
        <source>Definition as JSON</source>
        <translation>Définition en JSON</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DefinitionsPage</name>
    <message>
        <source>You have another definition named %1. Choose another name and save again.</source>
        <translation>Vous avez une autre définition nommée %1. Choisissez un autre nom et enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Définitions</translation>
    </message>
    <message>
        <source>Go back to the built-in definition %1?</source>
        <translation>Revenir à la définition fournie %1 ?</translation>
    </message>
    <message>
        <source>Delete the definition %1?</source>
        <translation>Supprimer la définition %1 ?</translation>
    </message>
    <message>
        <source>Yours is deleted, and its sagas are told by the built-in one again.</source>
        <translation>La vôtre est supprimée, et ses sagas sont de nouveau racontées selon celle fournie.</translation>
    </message>
    <message>
        <source>Its sagas are told by the other definitions again, or by none.</source>
        <translation>Ses sagas sont de nouveau racontées selon les autres définitions, ou aucune.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Import a definition</source>
        <translation>Importer une définition</translation>
    </message>
    <message>
        <source>Definitions (*.json);;All files (*)</source>
        <translation>Définitions (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export the definition</source>
        <translation>Exporter la définition</translation>
    </message>
    <message numerus="yes">
        <source>%n definition(s) with unsaved changes: %1</source>
        <translation>
            <numerusform>%n définition avec des changements non enregistrés : %1</numerusform>
            <numerusform>%n définitions avec des changements non enregistrés : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source> · changed, not saved</source>
        <translation> · modifiée, pas enregistrée</translation>
    </message>
    <message>
        <source>Save and tell the traffic by it (Ctrl+S)</source>
        <translation>Enregistrer et raconter le trafic selon elle (Ctrl+S)</translation>
    </message>
    <message>
        <source>A definition with faults cannot be saved</source>
        <translation>Une définition fautive ne peut pas être enregistrée</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Annuler (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Rétablir (Ctrl+Maj+Z)</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Back to what was saved last</source>
        <translation>Revenir au dernier enregistrement</translation>
    </message>
    <message>
        <source>No saga is listed that a definition could be made from. Clear the filters of the list, or wait for traffic.</source>
        <translation>La liste ne contient aucune saga d’où tirer une définition. Effacez les filtres de la liste, ou attendez du trafic.</translation>
    </message>
    <message numerus="yes">
        <source>A definition is being made from %Ln saga(s) …</source>
        <translation>
            <numerusform>Une définition est tirée d’une saga …</numerusform>
            <numerusform>Une définition est tirée de %Ln sagas …</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>These sagas have no event with a type, so that nothing can be proposed.</source>
        <translation>Ces sagas n’ont aucun événement d’un type connu, rien ne peut donc être proposé.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DiffModel</name>
    <message>
        <source>record</source>
        <translation>enregistrement</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>enveloppe</translation>
    </message>
    <message>
        <source>header</source>
        <translation>en-tête</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>contenu</translation>
    </message>
    <message>
        <source>(all of it)</source>
        <translation>(en entier)</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>Part</source>
        <comment>of an event: its envelope, headers, payload</comment>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DiffPage</name>
    <message>
        <source>Marked</source>
        <comment>the event</comment>
        <translation>Marqué</translation>
    </message>
    <message>
        <source>Previous</source>
        <comment>the event</comment>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Selected</source>
        <comment>the event</comment>
        <translation>Choisi</translation>
    </message>
    <message>
        <source>A record cannot be read back</source>
        <translation>Un enregistrement ne peut pas être relu</translation>
    </message>
    <message>
        <source>They say the same</source>
        <translation>Ils disent la même chose</translation>
    </message>
    <message>
        <source>Key, envelope, headers and payload are equal. Only their places and times differ.</source>
        <translation>Clé, enveloppe, en-têtes et contenu sont égaux. Seuls leurs places et leurs moments diffèrent.</translation>
    </message>
    <message>
        <source>No event is marked</source>
        <translation>Aucun événement n’est marqué</translation>
    </message>
    <message>
        <source>Mark one here or with Ctrl+Shift+M in the table, then select another one.</source>
        <translation>Marquez-en un ici ou avec Ctrl+Maj+M dans le tableau, puis choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This is the marked event</source>
        <translation>C’est l’événement marqué</translation>
    </message>
    <message>
        <source>Select another one to see how the two differ.</source>
        <translation>Choisissez-en un autre pour voir en quoi les deux diffèrent.</translation>
    </message>
    <message>
        <source>It names no entity</source>
        <translation>Il ne nomme aucune entité</translation>
    </message>
    <message>
        <source>The event carries no identifier of a booking, a payment, a traveller or the like, so none came before it. Mark another event to compare the two.</source>
        <translation>L’événement ne porte aucun identifiant de réservation, de paiement, de voyageur ou autre : aucun ne l’a donc précédé. Marquez un autre événement pour comparer les deux.</translation>
    </message>
    <message>
        <source>No previous event of its type</source>
        <translation>Aucun événement précédent de son type</translation>
    </message>
    <message>
        <source>Events with one of its identifiers came earlier, but none of its type. Compare it with the previous event of any type.</source>
        <translation>Des événements portant l’un de ses identifiants l’ont précédé, mais aucun de son type. Comparez-le avec l’événement précédent, quel que soit son type.</translation>
    </message>
    <message>
        <source>No previous event</source>
        <translation>Aucun événement précédent</translation>
    </message>
    <message>
        <source>No event read so far carries one of its identifiers and came earlier.</source>
        <translation>Aucun événement lu jusqu’ici ne porte l’un de ses identifiants et ne l’a précédé.</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>%1 plus tôt</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>%1 plus tard</translation>
    </message>
    <message>
        <source>both name %1 %2</source>
        <translation>tous deux nomment : %1 %2</translation>
    </message>
    <message>
        <source>%1 changed, %2 added, %3 removed</source>
        <translation>modifiés : %1, ajoutés : %2, retirés : %3</translation>
    </message>
    <message>
        <source>(of the first %1 values)</source>
        <translation>(parmi les %1 premières valeurs)</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marquer</translation>
    </message>
    <message>
        <source>Compare the events that are selected next with this one (Ctrl+Shift+M in the table)</source>
        <translation>Comparer avec celui-ci les événements choisis ensuite (Ctrl+Maj+M dans le tableau)</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Select the event that this one is compared with</source>
        <translation>Choisir l’événement avec lequel celui-ci est comparé</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Previous event of its entity</source>
        <translation>Événement précédent de son entité</translation>
    </message>
    <message>
        <source>Previous event of its entity and type</source>
        <translation>Événement précédent de son entité et de son type</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>Marqué : %1</translation>
    </message>
    <message>
        <source>Marked event</source>
        <translation>Événement marqué</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EnvelopeForm</name>
    <message>
        <source>Key, routing and envelope</source>
        <translation>Clé, routage et enveloppe</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Corrélation</translation>
    </message>
    <message>
        <source>Caused by</source>
        <translation>Causé par</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>empty: when you publish</source>
        <translation>vide : à la publication</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>no cause</source>
        <translation>aucune cause</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>by the key</source>
        <translation>selon la clé</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>sans clé</translation>
    </message>
    <message>
        <source>Send a null key: the record goes to any partition</source>
        <translation>Envoyer une clé nulle : l’enregistrement va dans n’importe quelle partition</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>New correlation id</source>
        <translation>Nouvel identifiant de corrélation</translation>
    </message>
    <message>
        <source>New event id</source>
        <translation>Nouvel identifiant d’événement</translation>
    </message>
    <message>
        <source>Set the timestamp to now</source>
        <translation>Mettre l’heure actuelle</translation>
    </message>
    <message>
        <source>any partition</source>
        <translation>n’importe quelle partition</translation>
    </message>
    <message>
        <source>partition %1 of %2</source>
        <translation>partition %1 sur %2</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>partition %1</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>choisie par vous</translation>
    </message>
    <message>
        <source>chooses the partition</source>
        <translation>choisit la partition</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EstimatePanel</name>
    <message>
        <source>%1 records; how many bytes is not known: none of them could be looked at</source>
        <translation>%1 messages ; le nombre d’octets est inconnu : aucun n’a pu être regardé</translation>
    </message>
    <message>
        <source>%1 records, about %2</source>
        <translation>%1 messages, environ %2</translation>
    </message>
    <message>
        <source>Only the partitions of the key count. How many records in them have it shows when they are read.</source>
        <translation>Seules comptent les partitions de la clé. Combien de leurs messages la portent se verra à la lecture.</translation>
    </message>
    <message>
        <source>All of it is fetched to look for the text. Use the time window to fetch less.</source>
        <translation>Tout est lu pour y chercher le texte. Resserrez la fenêtre de temps pour lire moins.</translation>
    </message>
    <message>
        <source>Takes about %1 of memory.</source>
        <translation>Demande environ %1 de mémoire.</translation>
    </message>
    <message>
        <source>Takes about %1 of memory with 1 traveller in %2, instead of %3. Sampling saves memory, not transfer: all of it is fetched.</source>
        <translation>Demande environ %1 de mémoire avec 1 voyageur sur %2, au lieu de %3. L’échantillon économise la mémoire, pas le transfert : tout est lu.</translation>
    </message>
    <message>
        <source>This broker cannot look up times: everything is counted, whatever the window says.</source>
        <translation>Ce broker ne sait pas chercher par date : tout est compté, quelle que soit la fenêtre.</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) did not tell: no leader, or no permission. Not counted.</source>
        <translation>
            <numerusform>%n partition n’a pas répondu : sans leader, ou sans permission. Non comptée.</numerusform>
            <numerusform>%n partitions n’ont pas répondu : sans leader, ou sans permission. Non comptées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitions</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Bytes each</source>
        <translation>Octets chacun</translation>
    </message>
    <message>
        <source>Topics in the window, the largest first</source>
        <translation>Topics de la fenêtre, le plus gros d’abord</translation>
    </message>
    <message>
        <source>Asking how much lies in the window…</source>
        <translation>Mesure de ce que contient la fenêtre…</translation>
    </message>
    <message>
        <source>Offsets are asked for, and a few records of each topic are looked at for their size.</source>
        <translation>Les offsets sont demandés, et quelques messages de chaque topic sont regardés pour leur taille.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>The cluster did not tell</source>
        <translation>Le cluster n’a pas répondu</translation>
    </message>
    <message>
        <source>%1 “Test connection” says at which step it fails.</source>
        <translation>%1 « Tester la connexion » dit à quelle étape cela échoue.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventColumns</name>
    <message>
        <source>Show a field of the payload…</source>
        <translation>Montrer un champ du contenu…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Choose columns, fields of the payload too (Ctrl+Shift+P). Drag a title to move its column.</source>
        <translation>Choisir les colonnes, champs du contenu compris (Ctrl+Maj+P). Faites glisser un titre pour déplacer sa colonne.</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>Masquer « %1 »</translation>
    </message>
    <message>
        <source>As in the beginning</source>
        <translation>Comme au début</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventDetails</name>
    <message>
        <source>No event selected</source>
        <translation>Aucun événement choisi</translation>
    </message>
    <message>
        <source>Choose an event to read its envelope, payload and headers.</source>
        <translation>Choisissez un événement pour lire son enveloppe, son contenu et ses en-têtes.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Brut</translation>
    </message>
    <message>
        <source>Show secrets</source>
        <translation>Montrer les secrets</translation>
    </message>
    <message>
        <source>Tokens, passwords and card numbers are masked until you ask</source>
        <translation>Jetons, mots de passe et numéros de carte sont masqués tant que vous ne les demandez pas</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the message as it lies on the wire</source>
        <translation>Copier le message tel qu’il est sur le fil</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>Répondre…</translation>
    </message>
    <message>
        <source>Compose an event that answers this one</source>
        <translation>Composer un événement qui répond à celui-ci</translation>
    </message>
    <message>
        <source>The record cannot be read back: %1</source>
        <translation>L’enregistrement ne peut pas être relu : %1</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation>En-têtes %1</translation>
    </message>
    <message>
        <source>
… cut here; the message has %1</source>
        <translation>
… coupé ici ; le message fait %1</translation>
    </message>
    <message>
        <source>Findings %1</source>
        <translation>Constats %1</translation>
    </message>
    <message>
        <source>Nothing was found at this event, neither by itself nor in its saga.</source>
        <translation>Rien n’a été trouvé pour cet événement, ni en lui-même ni dans sa saga.</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventExporter</name>
    <message>
        <source>Writing %1… %2 of %3 events</source>
        <translation>Écriture de %1… %2 événements sur %3</translation>
    </message>
    <message>
        <source>, %1 a second, %2 left</source>
        <comment>events; time</comment>
        <translation>, %1 par seconde, encore %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) were written to %1; secrets are masked.</source>
        <translation>
            <numerusform>Un événement a été écrit dans %1 ; les secrets sont masqués.</numerusform>
            <numerusform>%Ln événements ont été écrits dans %1 ; les secrets sont masqués.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) were written to %1; secrets are not masked.</source>
        <translation>
            <numerusform>Un événement a été écrit dans %1 ; les secrets ne sont pas masqués.</numerusform>
            <numerusform>%Ln événements ont été écrits dans %1 ; les secrets ne sont pas masqués.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be read back and are left out.</source>
        <translation>
            <numerusform>Un enregistrement n’a pas pu être relu et manque.</numerusform>
            <numerusform>%Ln enregistrements n’ont pas pu être relus et manquent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Arrêté. Aucun fichier n’a été écrit.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. No file was left behind. Choose another folder, or make room on the disk.</source>
        <translation>%1 n’a pas pu être écrit : %2. Aucun fichier n’est resté. Choisissez un autre dossier ou faites de la place sur le disque.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventFilterBar</name>
    <message>
        <source>showing %1 of %2</source>
        <translation>%1 montrés sur %2</translation>
    </message>
    <message>
        <source>filtering…</source>
        <translation>filtrage…</translation>
    </message>
    <message>
        <source>Topic, e.g. dreamscape.payment.*</source>
        <translation>Topic, p. ex. dreamscape.payment.*</translation>
    </message>
    <message>
        <source>* is one segment of the name, ** any number; dots are dots</source>
        <translation>* est un segment du nom, ** un nombre quelconque ; les points sont des points</translation>
    </message>
    <message>
        <source>Topic pattern</source>
        <translation>Motif de topic</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>Type d’événement</translation>
    </message>
    <message>
        <source>Any id</source>
        <translation>Un identifiant</translation>
    </message>
    <message>
        <source>A whole event, correlation or causation id, or part of any identifier</source>
        <translation>Un identifiant entier d’événement, de corrélation ou de cause, ou une partie d’un identifiant</translation>
    </message>
    <message>
        <source>with findings</source>
        <translation>avec constats</translation>
    </message>
    <message>
        <source>undecodable</source>
        <translation>non décodables</translation>
    </message>
    <message>
        <source>follow</source>
        <translation>suivre</translation>
    </message>
    <message>
        <source>Keep the newest events in view (End)</source>
        <translation>Garder les événements les plus récents à l’écran (Fin)</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Search the rest, too</source>
        <translation>Chercher aussi dans le reste</translation>
    </message>
    <message>
        <source>Stop searching; what was found stays</source>
        <translation>Arrêter la recherche ; ce qui a été trouvé reste</translation>
    </message>
    <message>
        <source>%1 found, %2 of %3 searched</source>
        <translation>%1 trouvés, %2 sur %3 parcourus</translation>
    </message>
    <message>
        <source>stopped: %1 found, %2 of %3 searched</source>
        <translation>arrêté : %1 trouvés, %2 sur %3 parcourus</translation>
    </message>
    <message>
        <source>%1 · %2 could not be read</source>
        <translation>%1 · %2 illisibles</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventGoTo</name>
    <message>
        <source>“%1” is no whole link to an event.</source>
        <translation>« %1 » n’est pas un lien complet vers un événement.</translation>
    </message>
    <message>
        <source>No event that passes the filter came at “%1” or later.</source>
        <translation>Aucun événement admis par le filtre n’est arrivé à « %1 » ou plus tard.</translation>
    </message>
    <message>
        <source>Nothing read so far has the id “%1”.</source>
        <translation>Rien de ce qui est lu jusqu’ici ne porte l’identifiant « %1 ».</translation>
    </message>
    <message>
        <source>%1 has not been read yet. It is selected as soon as it is.</source>
        <translation>%1 n’est pas encore lu. Il sera choisi dès qu’il le sera.</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>Ne pas attendre</translation>
    </message>
    <message>
        <source>At %1 lies another event than the one the link was made for: this is another cluster, or the topic was created anew.</source>
        <translation>À %1 se trouve un autre événement que celui du lien : c’est un autre cluster, ou le topic a été recréé.</translation>
    </message>
    <message>
        <source>%1 is not among what was read, though later records of its partition are: reading began behind it, or the cluster has removed it.</source>
        <translation>%1 ne fait pas partie de ce qui est lu, alors que des enregistrements plus récents de sa partition en font partie : la lecture a commencé après lui, ou le cluster l’a supprimé.</translation>
    </message>
    <message>
        <source>%1 is not among what was read. Is this the cluster or file that it lies in?</source>
        <translation>%1 ne fait pas partie de ce qui est lu. Est-ce bien le cluster ou le fichier où il se trouve ?</translation>
    </message>
    <message>
        <source>Go elsewhere…</source>
        <translation>Aller ailleurs…</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventMenu</name>
    <message>
        <source>Copy JSON</source>
        <translation>Copier le JSON</translation>
    </message>
    <message>
        <source>Copy coordinates</source>
        <translation>Copier les coordonnées</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>Répondre…</translation>
    </message>
    <message>
        <source>Show its saga</source>
        <translation>Montrer sa saga</translation>
    </message>
    <message>
        <source>Copy row</source>
        <comment>of a table, its cells apart by tabs</comment>
        <translation>Copier la ligne</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy kcat command to read it</source>
        <translation>Copier la commande kcat qui le lit</translation>
    </message>
    <message>
        <source>Copy kcat command to publish it</source>
        <translation>Copier la commande kcat qui le publie</translation>
    </message>
    <message>
        <source>Export all rows…</source>
        <translation>Exporter toutes les lignes…</translation>
    </message>
    <message>
        <source>Mark to compare with</source>
        <translation>Marquer pour comparer</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>Comparer les deux</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 selected rows were copied. Export the rows (Ctrl+E) to have all of them.</source>
        <translation>Seules les %1 premières des %2 lignes choisies ont été copiées. Exportez les lignes (Ctrl+E) pour les avoir toutes.</translation>
    </message>
    <message>
        <source>Secrets in the command are masked: put the real values in place of %1.</source>
        <translation>Les secrets de la commande sont masqués : mettez les vraies valeurs à la place de %1.</translation>
    </message>
    <message>
        <source>kcat cannot send everything that the record holds; a comment in the command says what is missing.</source>
        <translation>kcat ne peut pas envoyer tout ce que contient l’enregistrement ; un commentaire dans la commande dit ce qui manque.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventTable</name>
    <message numerus="yes">
        <source>%Ln new — jump to tail</source>
        <translation>
            <numerusform>%Ln nouveau — aller à la fin</numerusform>
            <numerusform>%Ln nouveaux — aller à la fin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventTableModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>Saga</source>
        <translation>Saga</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marques</translation>
    </message>
    <message>
        <source>produced %1
received by the broker %2</source>
        <translation>produit %1
reçu par le broker %2</translation>
    </message>
    <message>
        <source>belongs to no saga</source>
        <translation>n’appartient à aucune saga</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) of key, value and headers</source>
        <translation>
            <numerusform>%n octet de clé, valeur et en-têtes</numerusform>
            <numerusform>%n octets de clé, valeur et en-têtes</numerusform>
        </translation>
    </message>
    <message>
        <source>yours</source>
        <translation>de vous</translation>
    </message>
    <message>
        <source>tombstone</source>
        <translation>pierre tombale</translation>
    </message>
    <message>
        <source>undecodable</source>
        <translation>non décodable</translation>
    </message>
    <message>
        <source>dead letter</source>
        <translation>lettre morte</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>reprise</translation>
    </message>
    <message>
        <source>late</source>
        <translation>tardif</translation>
    </message>
    <message>
        <source>no envelope</source>
        <translation>sans enveloppe</translation>
    </message>
    <message>
        <source>Part</source>
        <comment>partition, as a column title</comment>
        <translation>Part</translation>
    </message>
    <message>
        <source>Key</source>
        <comment>of a record, as a column title</comment>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Id de l’événement</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Corrélation</translation>
    </message>
    <message>
        <source>Causation</source>
        <translation>Causalité</translation>
    </message>
    <message>
        <source>Produced</source>
        <comment>when, as a column title</comment>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>by the broker, when, as a column title</comment>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>Late by</source>
        <translation>Retard</translation>
    </message>
    <message>
        <source>%1, a field of the payload</source>
        <translation>%1, un champ du contenu</translation>
    </message>
    <message>
        <source>The producer&apos;s time, or the broker&apos;s where the event tells none</source>
        <translation>L’heure du producteur, ou celle du courtier si l’événement n’en donne pas</translation>
    </message>
    <message>
        <source>The broker&apos;s time</source>
        <translation>L’heure du courtier</translation>
    </message>
    <message>
        <source>The producer&apos;s time</source>
        <translation>L’heure du producteur</translation>
    </message>
    <message>
        <source>From the producer&apos;s time to the broker&apos;s; negative where their clocks disagree</source>
        <translation>De l’heure du producteur à celle du courtier ; négatif quand leurs horloges ne s’accordent pas</translation>
    </message>
    <message>
        <source>How far behind the newest event that was there already, by the broker&apos;s time</source>
        <translation>De combien il suit l’événement le plus récent déjà présent, à l’heure du courtier</translation>
    </message>
    <message>
        <source>%1
late: %2 behind an event of another partition that was there already</source>
        <translation>%1
tardif : %2 derrière un événement d’une autre partition déjà présent</translation>
    </message>
    <message>
        <source>Highlight %1: %2</source>
        <translation>Surlignage %1 : %2</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventTypeDelegate</name>
    <message>
        <source>Use “%1”</source>
        <translation>Utiliser « %1 »</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventTypeModel</name>
    <message>
        <source>use this unknown type</source>
        <translation>utiliser ce type inconnu</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventTypePanel</name>
    <message>
        <source>Event types</source>
        <translation>Types d’événement</translation>
    </message>
    <message>
        <source>Filter, or any type name</source>
        <translation>Filtrer, ou un type quelconque</translation>
    </message>
    <message>
        <source>Filter event types</source>
        <translation>Filtrer les types d’événement</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventsRoom</name>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>in order of arrival</source>
        <translation>dans l’ordre d’arrivée</translation>
    </message>
    <message>
        <source>Events, in order of arrival</source>
        <translation>Événements, dans l’ordre d’arrivée</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Pas encore d’événements</translation>
    </message>
    <message>
        <source>Every record of every topic appears here as it arrives, undecodable ones too. Connect to a cluster, open a file or start the demo.</source>
        <translation>Chaque enregistrement de chaque topic apparaît ici à son arrivée, même non décodable. Connectez-vous à un cluster, ouvrez un fichier ou lancez la démo.</translation>
    </message>
    <message>
        <source>No event passes the filter</source>
        <translation>Aucun événement ne passe le filtre</translation>
    </message>
    <message>
        <source>New events that match appear here by themselves.</source>
        <translation>Les nouveaux événements qui conviennent apparaîtront ici d’eux-mêmes.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Effacer tous les filtres</translation>
    </message>
    <message>
        <source>%1 is selected; the filter keeps it out of the table.</source>
        <translation>%1 est choisi ; le filtre l’exclut du tableau.</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Liés</translation>
    </message>
    <message>
        <source>complete up to %1</source>
        <comment>a time of day: the watermark</comment>
        <translation>complet jusqu’à %1</translation>
    </message>
    <message>
        <source>Highlight…</source>
        <translation>Surligner…</translation>
    </message>
    <message>
        <source>Let the events that match a query stand out (Ctrl+Shift+H)</source>
        <translation>Faire ressortir les événements qui répondent à une requête (Ctrl+Maj+H)</translation>
    </message>
    <message>
        <source>%1 is marked. Select another event and press Ctrl+Shift+D to compare the two.</source>
        <translation>%1 est marqué. Choisissez un autre événement et tapez Ctrl+Maj+D pour comparer les deux.</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write the rows of the table into a file (Ctrl+E)</source>
        <translation>Écrire les lignes du tableau dans un fichier (Ctrl+E)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln came late</source>
        <translation>
            <numerusform>%Ln arrivé en retard</numerusform>
            <numerusform>%Ln arrivés en retard</numerusform>
        </translation>
    </message>
    <message>
        <source>Records that could not be read may match: their file is gone, or damaged. Details say which of the two.</source>
        <translation>Des enregistrements illisibles peuvent correspondre : leur fichier a disparu ou est endommagé. Les détails disent lequel des deux.</translation>
    </message>
    <message>
        <source>Show only the events that came after newer ones</source>
        <translation>N’afficher que les événements arrivés après de plus récents</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ExportDialog</name>
    <message>
        <source>Export events</source>
        <translation>Exporter des événements</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln event(s) that the search has found so far, in the order of the table. It goes on; export again when it is done.</source>
        <translation>
            <numerusform>Le seul événement que la recherche a trouvé jusqu’ici. Elle continue ; exportez de nouveau quand elle sera finie.</numerusform>
            <numerusform>Les %Ln événements que la recherche a trouvés jusqu’ici, dans l’ordre du tableau. Elle continue ; exportez de nouveau quand elle sera finie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln event(s) that pass the filter, in the order of the table.</source>
        <translation>
            <numerusform>Le seul événement qui passe le filtre.</numerusform>
            <numerusform>Les %Ln événements qui passent le filtre, dans l’ordre du tableau.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;CSV: the columns of the table, for spreadsheets</source>
        <translation>&amp;CSV : les colonnes du tableau, pour les tableurs</translation>
    </message>
    <message>
        <source>&amp;JSON lines: whole records, as kcat -J prints them; can be opened again</source>
        <translation>&amp;Lignes JSON : enregistrements entiers, comme kcat -J les écrit ; peuvent être rouverts</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Mask secrets</source>
        <translation>&amp;Masquer les secrets</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Nommez un fichier.</translation>
    </message>
    <message>
        <source>This is a folder. Name a file in it.</source>
        <translation>C’est un dossier. Nommez un fichier dedans.</translation>
    </message>
    <message>
        <source>This file is there already; it will be replaced.</source>
        <translation>Ce fichier existe déjà ; il sera remplacé.</translation>
    </message>
    <message>
        <source>Nothing is masked: whoever has the file can read tokens, passwords and card numbers in it.</source>
        <translation>Rien n’est masqué : quiconque a le fichier peut y lire jetons, mots de passe et numéros de carte.</translation>
    </message>
    <message>
        <source>Masked are the values of members and headers called like a secret (token, password, card number, …), and card numbers, web tokens and what stands behind “Bearer” wherever they are.</source>
        <translation>Sont masqués les valeurs des membres et en-têtes nommés comme un secret (token, password, card number, …), et, où qu’ils soient, les numéros de carte, les jetons web et ce qui suit « Bearer ».</translation>
    </message>
    <message>
        <source>A payload that is no JSON is left out whole.</source>
        <translation>Un contenu qui n’est pas du JSON est omis en entier.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::FanOutPage</name>
    <message>
        <source>No event is selected</source>
        <translation>Aucun événement choisi</translation>
    </message>
    <message>
        <source>Select an event in any room: which groups have passed it, and how long after, appears here.</source>
        <translation>Choisissez un événement dans une salle quelconque : les groupes qui l’ont dépassé, et combien de temps après, apparaissent ici.</translation>
    </message>
    <message>
        <source>%1, partition %2, offset %3</source>
        <translation>%1, partition %2, offset %3</translation>
    </message>
    <message>
        <source>%1, written at %2</source>
        <translation>%1, écrit à %2</translation>
    </message>
    <message>
        <source>No group reads %1</source>
        <translation>Aucun groupe ne lit %1</translation>
    </message>
    <message>
        <source>Of the groups that are known, none has committed on this topic or holds a partition of it.</source>
        <translation>Parmi les groupes connus, aucun n’a validé sur ce topic ni n’en tient une partition.</translation>
    </message>
    <message>
        <source>Groups and the selected event</source>
        <translation>Les groupes et l’événement choisi</translation>
    </message>
    <message>
        <source>Passed means that the group committed beyond the event. When it did is known up to the time between two looks; a group that commits rarely passes later than its members read.</source>
        <translation>Dépassé veut dire que le groupe a validé au-delà de l’événement. Le moment est connu à l’intervalle de deux observations près ; un groupe qui valide rarement dépasse plus tard que ses membres ne lisent.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::FieldBox</name>
    <message>
        <source>required</source>
        <translation>obligatoire</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, obligatoire</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::FieldChangeModel</name>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>%1
Each names its own saga: expected to differ.</source>
        <translation>%1
Chacun nomme sa propre saga : une différence attendue.</translation>
    </message>
    <message>
        <source>%1
Masked: the two values differ.</source>
        <translation>%1
Masqué : les deux valeurs diffèrent.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::FindingList</name>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Show the event</source>
        <translation>Montrer l’événement</translation>
    </message>
    <message>
        <source>Show event %1 of %2</source>
        <translation>Montrer l’événement %1 sur %2</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::FlowMap</name>
    <message>
        <source>Steps and what comes after them</source>
        <translation>Les étapes et ce qui les suit</translation>
    </message>
    <message>
        <source>Nothing to draw</source>
        <translation>Rien à dessiner</translation>
    </message>
    <message>
        <source>Steps appear here once sagas of this definition have been seen.</source>
        <translation>Les étapes apparaissent ici dès que des sagas de cette définition ont été vues.</translation>
    </message>
    <message>
        <source>This map cannot be laid out</source>
        <translation>Cette carte ne peut pas être disposée</translation>
    </message>
    <message>
        <source>On each edge: how many sagas went that way, and their median wait. Choose an edge for more.</source>
        <translation>Sur chaque trait : combien de sagas sont passées par là, et leur attente médiane. Choisissez un trait pour en savoir plus.</translation>
    </message>
    <message numerus="yes">
        <source>%n rarer transition(s) are left out.</source>
        <translation>
            <numerusform>%n transition plus rare est laissée de côté.</numerusform>
            <numerusform>%n transitions plus rares sont laissées de côté.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::FollowsSection</name>
    <message>
        <source>Event type</source>
        <translation>Type d’événement</translation>
    </message>
    <message>
        <source>May follow</source>
        <translation>Peut suivre</translation>
    </message>
    <message>
        <source>The effect. Where an identifier is shared and no cause is declared, an edge is drawn from its cause.</source>
        <translation>L’effet. Si un identifiant est partagé et qu’aucune cause n’est déclarée, une arête est tracée depuis sa cause.</translation>
    </message>
    <message>
        <source>Event types that cause it.</source>
        <translation>Types d’événements qui le causent.</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Suites</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GapDialog</name>
    <message>
        <source>Offsets without a record</source>
        <translation>Offsets sans message</translation>
    </message>
    <message>
        <source>%1 offsets were passed without a record. A transaction that was aborted leaves such gaps, every transaction leaves one for its marker, and so does compaction. A second look, as a client that sees uncommitted records, tells the aborted ones from the others.</source>
        <translation>%1 offsets ont été passés sans message. Une transaction annulée laisse de tels trous, chaque transaction en laisse un pour son marqueur, et la compaction aussi. Un second regard, celui d’un client qui voit les messages non validés, distingue les annulés des autres.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Look into them</source>
        <translation>Les examiner</translation>
    </message>
    <message>
        <source>looking into gap %1 of %2…</source>
        <translation>examen du trou %1 sur %2…</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n trou</numerusform>
            <numerusform>%n trous</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GapModel</name>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Offsets</source>
        <translation>Offsets</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What lies there</source>
        <translation>Ce qui s’y trouve</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>not read: %1</source>
        <translation>non lu : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n aborted record(s)</source>
        <translation>
            <numerusform>%n message annulé</numerusform>
            <numerusform>%n messages annulés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transaction marker(s) or compacted away</source>
        <translation>
            <numerusform>%n marqueur de transaction, ou compacté</numerusform>
            <numerusform>%n marqueurs de transaction, ou compactés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed by retention since</source>
        <translation>
            <numerusform>%n supprimé depuis par la rétention</numerusform>
            <numerusform>%n supprimés depuis par la rétention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GeneralSection</name>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>any step</source>
        <translation>n’importe laquelle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Small letters, digits and hyphens. A definition with the name of a built-in one takes its place.</source>
        <translation>Minuscules, chiffres et tirets. Une définition qui porte le nom d’une définition fournie prend sa place.</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>Choreographed: services react to one another. Orchestrated: one coordinator emits every step.</source>
        <translation>Chorégraphiée : les services réagissent les uns aux autres. Orchestrée : un coordinateur émet chaque étape.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>One sentence that says what these sagas are.</source>
        <translation>Une phrase qui dit ce que sont ces sagas.</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Commence par</translation>
    </message>
    <message>
        <source>The step that comes first. A saga without it has lost its start.</source>
        <translation>La première étape. Une saga sans elle a perdu son début.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Without an end a saga neither completes nor stalls.</source>
        <translation>Sans fin, une saga ne s’accomplit ni ne s’enlise.</translation>
    </message>
    <message>
        <source>these sagas end</source>
        <translation>ces sagas ont une fin</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>Nommée par</translation>
    </message>
    <message>
        <source>Kinds of identifiers that name a saga, the preferred one first.</source>
        <translation>Sortes d’identifiants qui nomment une saga, la préférée d’abord.</translation>
    </message>
    <message>
        <source>Must carry</source>
        <translation>Doit porter</translation>
    </message>
    <message>
        <source>Without an identifier of this kind a group of events is no such saga.</source>
        <translation>Sans identifiant de cette sorte, un groupe d’événements n’est pas une telle saga.</translation>
    </message>
    <message>
        <source>Must carry one of</source>
        <translation>Doit porter l’un de</translation>
    </message>
    <message>
        <source>Without an identifier of one of these kinds a group of events is no such saga.</source>
        <translation>Sans identifiant d’une de ces sortes, un groupe d’événements n’est pas une telle saga.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GoToDialog</name>
    <message>
        <source>Go to event</source>
        <translation>Aller à un événement</translation>
    </message>
    <message>
        <source>A link, coordinates, an id or a time:</source>
        <translation>Un lien, des coordonnées, un identifiant ou une heure :</translation>
    </message>
    <message>
        <source>Link, coordinates, id or time</source>
        <translation>Lien, coordonnées, identifiant ou heure</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Aller</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Times are read as in the search field: 10:24, 10m (ago), 2026-11-23T10:24.</source>
        <translation>Les heures se lisent comme dans le champ de recherche : 10:24, 10m (il y a dix minutes), 2026-11-23T10:24.</translation>
    </message>
    <message>
        <source>This link is cut off or damaged. Copy it once more, whole.</source>
        <translation>Ce lien est coupé ou abîmé. Copiez-le à nouveau, en entier.</translation>
    </message>
    <message>
        <source>The record at offset %1 of partition %2 of %3.</source>
        <translation>L’enregistrement à l’offset %1 de la partition %2 de %3.</translation>
    </message>
    <message>
        <source>The first event shown that the broker received then or later.</source>
        <translation>Le premier événement affiché que le courtier a reçu à cette heure ou plus tard.</translation>
    </message>
    <message>
        <source>The event with this id, or the saga that it names.</source>
        <translation>L’événement qui porte cet identifiant, ou la saga qu’il désigne.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GraphCanvas</name>
    <message numerus="yes">
        <source>, seen %n time(s)</source>
        <translation>
            <numerusform>, vu %n fois</numerusform>
            <numerusform>, vu %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 vers %2</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GraphLegend</name>
    <message>
        <source>Strokes: %1</source>
        <translation>Traits : %1</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GroupEditor</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GroupModel</name>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>retard %1</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GroupPage</name>
    <message>
        <source>%1, partition %2</source>
        <translation>%1, partition %2</translation>
    </message>
    <message>
        <source>No partition</source>
        <translation>Aucune partition</translation>
    </message>
    <message>
        <source>The group has committed nowhere and holds no partition.</source>
        <translation>Le groupe n’a validé nulle part et ne tient aucune partition.</translation>
    </message>
    <message>
        <source>The message at offset %1 looks like poison: the group gets on elsewhere, and does not get past this one.</source>
        <translation>Le message à l’offset %1 semble empoisonné : le groupe avance ailleurs et ne passe pas celui-ci.</translation>
    </message>
    <message>
        <source>Members of the group</source>
        <translation>Membres du groupe</translation>
    </message>
    <message>
        <source>Partitions of the group</source>
        <translation>Partitions du groupe</translation>
    </message>
    <message>
        <source>Show the message</source>
        <translation>Afficher le message</translation>
    </message>
    <message>
        <source>Opens the oldest unread message in the Events room</source>
        <translation>Ouvre le plus ancien message non lu dans la salle Événements</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::HeaderTable</name>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>identique</translation>
    </message>
    <message>
        <source>says nothing</source>
        <translation>ne dit rien</translation>
    </message>
    <message>
        <source>The envelope says %1: consumers that trust the header and those that trust the body disagree.</source>
        <translation>L’enveloppe dit %1 : les consommateurs qui se fient à l’en-tête et ceux qui se fient au corps ne s’accordent pas.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>En-tête</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Enveloppe</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Close help (F1)</source>
        <translation>Fermer l’aide (F1)</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::HexModel</name>
    <message>
        <source>Reading stopped at byte %1</source>
        <translation>La lecture s’est arrêtée à l’octet %1</translation>
    </message>
    <message>
        <source>At</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::HexPage</name>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Header %1</source>
        <translation>En-tête %1</translation>
    </message>
    <message>
        <source>The record has neither key, value nor headers.</source>
        <translation>L’enregistrement n’a ni clé, ni valeur, ni en-têtes.</translation>
    </message>
    <message>
        <source>Secrets are masked: places behind one are not those on the wire.</source>
        <translation>Les secrets sont masqués : après l’un d’eux, les positions ne sont plus celles d’origine.</translation>
    </message>
    <message>
        <source>Part of the record</source>
        <translation>Partie de l’enregistrement</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::HighlightDialog</name>
    <message>
        <source>Add a rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>Highlight events</source>
        <translation>Surligner des événements</translation>
    </message>
    <message>
        <source>Events that match a query of the search language stand out in the table, also those that come later.</source>
        <translation>Les événements qui répondent à une requête de la langue de recherche ressortent dans le tableau, ceux qui arrivent plus tard aussi.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>There are at most %1 rules</source>
        <translation>Il y a au plus %1 règles</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::HighlightLegend</name>
    <message>
        <source>Rows with a %1 stand out because they match this: %2</source>
        <translation>Les lignes marquées %1 ressortent parce qu’elles répondent à ceci : %2</translation>
    </message>
    <message>
        <source>Highlight rule %1, %2: %3</source>
        <translation>Règle de surlignage %1, %2 : %3</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::HighlightLine</name>
    <message>
        <source>Whether the rule counts</source>
        <translation>Si la règle compte</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Query of the events that stand out</source>
        <translation>Requête des événements qui ressortent</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Of several rules that fit an event the first counts</source>
        <translation>De plusieurs règles qui conviennent à un événement, la première compte</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Rule %1 counts</source>
        <translation>La règle %1 compte</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::HistogramView</name>
    <message>
        <source>Events shown, over the time when the broker received them</source>
        <translation>Événements montrés, selon l’heure où le courtier les a reçus</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>others</source>
        <translation>autres</translation>
    </message>
    <message>
        <source>Left and Right walk, Shift chooses several bars, Enter goes there or makes them the time window, Delete clears it.</source>
        <translation>Gauche et Droite avancent, Maj choisit plusieurs barres, Entrée y va ou en fait la fenêtre de temps, Suppr l’efface.</translation>
    </message>
    <message>
        <source>A click goes there, dragging chooses the time window, a double click clears it.</source>
        <translation>Un clic y va, glisser choisit la fenêtre de temps, un double clic l’efface.</translation>
    </message>
    <message>
        <source>How many of the events shown came when, as soon as there are some</source>
        <translation>Combien d’événements montrés sont arrivés et quand, dès qu’il y en a</translation>
    </message>
    <message>
        <source>after the watermark: late events may still come</source>
        <translation>après la limite de complétude : des retardataires peuvent encore arriver</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with errors</source>
        <translation>
            <numerusform>%Ln avec erreurs</numerusform>
            <numerusform>%Ln avec erreurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::HostsSection</name>
    <message>
        <source>Host map</source>
        <translation>Table des hôtes</translation>
    </message>
    <message>
        <source>A&amp;dvertised = reachable</source>
        <translation>&amp;Annoncé = joignable</translation>
    </message>
    <message>
        <source>For brokers that advertise names which cannot be reached from here. TLS still checks the advertised name.</source>
        <translation>Pour les brokers qui annoncent des noms injoignables d’ici. TLS vérifie toujours le nom annoncé.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::InferenceSection</name>
    <message>
        <source>✓ Together they are 1, so that a score reads as a share.</source>
        <translation>✓ Ensemble ils font 1, un score se lit donc comme une part.</translation>
    </message>
    <message>
        <source>✗ Together they are %1; they must be 1.</source>
        <translation>✗ Ensemble ils font %1 ; il faut 1.</translation>
    </message>
    <message>
        <source>Events that share no identifier with their saga can be joined by what fits: user, amount, currency, time and the step that was waited for. The score is the sum of the weights, each times how well its part fits.</source>
        <translation>Des événements qui ne partagent aucun identifiant avec leur saga peuvent y être joints par ce qui convient : utilisateur, montant, devise, temps et étape attendue. Le score est la somme des poids, chacun multiplié par la façon dont sa part convient.</translation>
    </message>
    <message>
        <source>Infer links between groups without a common identifier</source>
        <translation>Déduire des liens entre groupes sans identifiant commun</translation>
    </message>
    <message>
        <source>Make them 1</source>
        <translation>Ramener à 1</translation>
    </message>
    <message>
        <source>User stands in</source>
        <translation>Champ de l’utilisateur</translation>
    </message>
    <message>
        <source>The field with the user; another user is never joined.</source>
        <translation>Le champ de l’utilisateur ; un autre utilisateur n’est jamais joint.</translation>
    </message>
    <message>
        <source>Currency stands in</source>
        <translation>Champ de la devise</translation>
    </message>
    <message>
        <source>Another currency is never joined.</source>
        <translation>Une autre devise n’est jamais jointe.</translation>
    </message>
    <message>
        <source>Amount stands in</source>
        <translation>Champs du montant</translation>
    </message>
    <message>
        <source>Fields with the amount; the first that is there counts. Another amount is never joined.</source>
        <translation>Champs du montant ; le premier présent compte. Un autre montant n’est jamais joint.</translation>
    </message>
    <message>
        <source>Same user</source>
        <translation>Même utilisateur</translation>
    </message>
    <message>
        <source>Counts in full when both name the same user.</source>
        <translation>Compte entièrement si les deux nomment le même utilisateur.</translation>
    </message>
    <message>
        <source>Same amount</source>
        <translation>Même montant</translation>
    </message>
    <message>
        <source>In full when equal, half when one side counts cents, nothing when a side states none.</source>
        <translation>Entièrement si égal, à moitié si un côté compte en centimes, pas du tout si un côté n’en dit rien.</translation>
    </message>
    <message>
        <source>Same currency</source>
        <translation>Même devise</translation>
    </message>
    <message>
        <source>In full when equal, nothing when a side states none.</source>
        <translation>Entièrement si égale, pas du tout si un côté n’en dit rien.</translation>
    </message>
    <message>
        <source>Close in time</source>
        <translation>Proche dans le temps</translation>
    </message>
    <message>
        <source>In full when nothing lies between, falling to half at the edge of the window.</source>
        <translation>Entièrement si rien ne les sépare, jusqu’à la moitié au bord de la fenêtre.</translation>
    </message>
    <message>
        <source>The step that was waited for</source>
        <translation>L’étape attendue</translation>
    </message>
    <message>
        <source>In full when the one begins with a step that the other waits for.</source>
        <translation>Entièrement si l’un commence par une étape que l’autre attend.</translation>
    </message>
    <message>
        <source>A link needs a score of at least</source>
        <translation>Score minimal d’un lien</translation>
    </message>
    <message>
        <source>A smaller score is no link.</source>
        <translation>Un score plus petit n’est pas un lien.</translation>
    </message>
    <message>
        <source>Better than the next by</source>
        <translation>Avance sur le suivant</translation>
    </message>
    <message>
        <source>When another fits about as well, the link is ambiguous and nothing is joined.</source>
        <translation>Si un autre convient presque autant, le lien est ambigu et rien n’est joint.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>The second group begins within this time after the start.</source>
        <translation>Le second groupe commence dans ce délai après le début.</translation>
    </message>
    <message>
        <source>Clocks may differ by</source>
        <translation>Écart des horloges</translation>
    </message>
    <message>
        <source>It may seem to begin at most this much before the start.</source>
        <translation>Il peut sembler commencer au plus d’autant avant le début.</translation>
    </message>
    <message>
        <source>Inference</source>
        <translation>Déduction</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::InvariantsSection</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Jamais vu</translation>
    </message>
    <message>
        <source>A saga that breaks it is inconsistent, and the finding carries this name.</source>
        <translation>Une saga qui l’enfreint est incohérente, et le constat porte ce nom.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>The rule that the finding stands under.</source>
        <translation>La règle dont relève le constat.</translation>
    </message>
    <message>
        <source>Broken when all of these were seen</source>
        <translation>Enfreint quand toutes celles-ci ont été vues</translation>
    </message>
    <message>
        <source>… and none of these</source>
        <translation>… et aucune de celles-ci</translation>
    </message>
    <message>
        <source>Invariants</source>
        <translation>Invariants</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::JoinsSection</name>
    <message>
        <source>Names a</source>
        <translation>Nomme</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>all types</source>
        <translation>tous les types</translation>
    </message>
    <message numerus="yes">
        <source>%n type(s)</source>
        <translation>
            <numerusform>%n type</numerusform>
            <numerusform>%n types</numerusform>
        </translation>
    </message>
    <message>
        <source>What the value of the field identifies.</source>
        <translation>Ce que la valeur du champ identifie.</translation>
    </message>
    <message>
        <source>Where the identifier stands, from the envelope: /payload/bookingId. Several make one value together.</source>
        <translation>Où se trouve l’identifiant, depuis l’enveloppe : /payload/bookingId. Plusieurs forment ensemble une valeur.</translation>
    </message>
    <message>
        <source>In these event types</source>
        <translation>Dans ces types d’événements</translation>
    </message>
    <message>
        <source>Event types that have the field; all of the definition when empty.</source>
        <translation>Types d’événements qui ont le champ ; tous ceux de la définition si vide.</translation>
    </message>
    <message>
        <source>Joins</source>
        <translation>Jonctions</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::JsonTree</name>
    <message>
        <source>Payload</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Copy JSON pointer</source>
        <translation>Copier le pointeur JSON</translation>
    </message>
    <message>
        <source>Copy everything as JSON</source>
        <translation>Copier le tout en JSON</translation>
    </message>
    <message>
        <source>Show as a column of the events</source>
        <translation>Montrer comme colonne des événements</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::LagTableModel</name>
    <message>
        <source>committed</source>
        <translation>validé</translation>
    </message>
    <message>
        <source>nothing committed</source>
        <translation>rien de validé</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retard</translation>
    </message>
    <message>
        <source>Age</source>
        <comment>of the oldest unread record</comment>
        <translation>Âge</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Part</source>
        <comment>partition, as a column title</comment>
        <translation>Part</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::LaneModel</name>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Tenue par</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 depuis %2</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 de %2 à %3</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::LanesPage</name>
    <message>
        <source>Nobody was seen holding a partition</source>
        <translation>On n’a vu personne tenir une partition</translation>
    </message>
    <message>
        <source>Which member holds which partition appears here while the group has members.</source>
        <translation>Quel membre tient quelle partition apparaît ici tant que le groupe a des membres.</translation>
    </message>
    <message>
        <source>Who held each partition</source>
        <translation>Qui a tenu chaque partition</translation>
    </message>
    <message>
        <source>As seen from look to look: a change that was undone between two looks is not seen, and which generation of the group it was cannot be read.</source>
        <translation>D’une observation à l’autre : un changement annulé entre deux observations ne se voit pas, et la génération du groupe ne peut pas être lue.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ListEditor</name>
    <message>
        <source>Add element</source>
        <translation>Ajouter un élément</translation>
    </message>
    <message>
        <source>Add an element to %1</source>
        <translation>Ajouter un élément à %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n element(s)</source>
        <translation>
            <numerusform>%1 · %n élément</numerusform>
            <numerusform>%1 · %n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this element</source>
        <translation>Retirer cet élément</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ListSection</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add one below the chosen one (Insert)</source>
        <translation>Ajouter sous la ligne choisie (Inser)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the chosen one (Delete)</source>
        <translation>Retirer la ligne choisie (Suppr)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Monter (Alt+Haut)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Descendre (Alt+Bas)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::LiveButton</name>
    <message>
        <source>complete</source>
        <translation>complet</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message>
        <source>%1 ev/s</source>
        <translation>%1 év/s</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Reprendre la lecture</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Suspendre la lecture</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>The rooms show an earlier moment; reading does not depend on it.</source>
        <translation>Les salles montrent un moment antérieur ; la lecture n’en dépend pas.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::MainWindow</name>
    <message>
        <source>&amp;Connect to Kafka…</source>
        <translation>Se &amp;connecter à Kafka…</translation>
    </message>
    <message>
        <source>Start &amp;demo</source>
        <translation>Lancer la &amp;démo</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>Thème c&amp;lair</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>Thème &amp;sombre</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>Heures en &amp;UTC</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Lan&amp;gue</translation>
    </message>
    <message>
        <source>&amp;Help for this room</source>
        <translation>&amp;Aide de cette salle</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>No saga and no event has exactly the id “%1”. The rooms show what contains it.</source>
        <translation>Aucune saga et aucun événement n’a exactement l’identifiant « %1 ». Les salles montrent ce qui le contient.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>&amp;Pause the play</source>
        <translation>&amp;Suspendre le déroulement</translation>
    </message>
    <message>
        <source>&amp;Play what happened</source>
        <translation>&amp;Dérouler ce qui s’est passé</translation>
    </message>
    <message numerus="yes">
        <source>%n of your saga definitions can&apos;t be read and is left out. %1</source>
        <translation>
            <numerusform>%n de vos définitions de saga est illisible et laissée de côté. %1</numerusform>
            <numerusform>%n de vos définitions de saga sont illisibles et laissées de côté. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>This system has no keychain to use, so the password of “%1” is known for this run only.</source>
        <translation>Ce système n’a pas de trousseau utilisable : le mot de passe de « %1 » n’est connu que jusqu’à la fin du programme.</translation>
    </message>
    <message>
        <source>Find out why…</source>
        <translation>Chercher la cause…</translation>
    </message>
    <message>
        <source>&amp;Go to event…</source>
        <translation>A&amp;ller à un événement…</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>&amp;Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>Open a capture or JSON lines</source>
        <translation>Ouvrir une capture ou des lignes JSON</translation>
    </message>
    <message>
        <source>Captures and JSON lines (*.sagascope *.jsonl *.ndjson *.json);;All files (*)</source>
        <translation>Captures et lignes JSON (*.sagascope *.jsonl *.ndjson *.json);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::MatrixModel</name>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>retard %1</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::MemberModel</name>
    <message>
        <source>Member</source>
        <translation>Membre</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitions</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Affectation</translation>
    </message>
    <message>
        <source>idle: there are more members than partitions</source>
        <translation>inactif : il y a plus de membres que de partitions</translation>
    </message>
    <message>
        <source>Client %1, member %2</source>
        <translation>Client %1, membre %2</translation>
    </message>
    <message>
        <source>Static member %1</source>
        <translation>Membre statique %1</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::MetricsRoom</name>
    <message>
        <source>ended per %1, by state</source>
        <translation>terminées par %1, selon l’état</translation>
    </message>
    <message>
        <source>ended, by state</source>
        <translation>terminées, selon l’état</translation>
    </message>
    <message>
        <source>now %1: %2</source>
        <translation>maintenant %1 : %2</translation>
    </message>
    <message>
        <source>Saga outcomes</source>
        <translation>Issue des sagas</translation>
    </message>
    <message>
        <source>All topics, by domain</source>
        <translation>Tous les topics, par domaine</translation>
    </message>
    <message>
        <source>Show the last</source>
        <translation>Montrer les dernières</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>%1 – %2 ×</source>
        <comment>time window; the cross takes it away</comment>
        <translation>%1 – %2 ×</translation>
    </message>
    <message>
        <source>The window chosen above; click to go back to the latest</source>
        <translation>La fenêtre choisie plus haut ; cliquez pour revenir au plus récent</translation>
    </message>
    <message>
        <source>Topic of the throughput and size charts</source>
        <translation>Topic des graphiques de débit et de taille</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>events per second, by broker time</source>
        <translation>événements par seconde, à l’heure du broker</translation>
    </message>
    <message>
        <source>Consumer lag</source>
        <translation>Retard des consommateurs</translation>
    </message>
    <message>
        <source>messages behind, by group, logarithmic</source>
        <translation>messages de retard, par groupe, logarithmique</translation>
    </message>
    <message>
        <source>warning at 1,000</source>
        <translation>avertissement à 1 000</translation>
    </message>
    <message>
        <source>critical at 10,000</source>
        <translation>critique à 10 000</translation>
    </message>
    <message>
        <source>Message size</source>
        <translation>Taille des messages</translation>
    </message>
    <message>
        <source>mean of key, value and headers per event, logarithmic</source>
        <translation>moyenne de clé, valeur et en-têtes par événement, logarithmique</translation>
    </message>
    <message>
        <source>Consumer groups</source>
        <translation>Groupes de consommateurs</translation>
    </message>
    <message>
        <source>furthest behind first</source>
        <translation>le plus en retard d’abord</translation>
    </message>
    <message>
        <source>No group is watched</source>
        <translation>Aucun groupe n’est observé</translation>
    </message>
    <message>
        <source>Positions of the consumer groups that the profile names appear here; a file has none.</source>
        <translation>Les positions des groupes que le profil nomme apparaissent ici ; un fichier n’en a pas.</translation>
    </message>
    <message>
        <source>Nothing to measure yet</source>
        <translation>Rien à mesurer pour l’instant</translation>
    </message>
    <message>
        <source>Throughput, lag, message sizes and saga outcomes appear here once events arrive.</source>
        <translation>Débit, retard, taille des messages et issue des sagas apparaissent ici quand des événements arrivent.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>mean of key, value and headers per event</source>
        <translation>moyenne de clé, valeur et en-têtes par événement</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::NotBegunYet</name>
    <message>
        <source>%1 has not begun yet</source>
        <translation>%1 n’a pas encore commencé</translation>
    </message>
    <message>
        <source>The window looks at an earlier moment. This saga begins at %1.</source>
        <translation>La fenêtre montre un moment antérieur. Cette saga commence à %1.</translation>
    </message>
    <message>
        <source>Go to its beginning</source>
        <translation>Aller à son début</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::NoteDialog</name>
    <message>
        <source>&amp;Bookmark</source>
        <translation>&amp;Signet</translation>
    </message>
    <message>
        <source>Note about an event</source>
        <translation>Note sur un événement</translation>
    </message>
    <message>
        <source>Note about a saga</source>
        <translation>Note sur une saga</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What is worth remembering about it</source>
        <translation>Ce qu’il vaut la peine d’en retenir</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::NoteModel</name>
    <message>
        <source>bookmark</source>
        <translation>signet</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Au sujet de</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrite le</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::NotesDialog</name>
    <message>
        <source>&amp;Go there</source>
        <translation>&amp;Y aller</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler la suppression</translation>
    </message>
    <message>
        <source>Notes and bookmarks</source>
        <translation>Notes et signets</translation>
    </message>
    <message>
        <source>Nothing is noted yet. Ctrl+B bookmarks the selected event or saga, Ctrl+M writes a note about it.</source>
        <translation>Rien n’est encore noté. Ctrl+B met un signet à l’événement ou à la saga choisie, Ctrl+M écrit une note à son sujet.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::OutcomeSection</name>
    <message>
        <source>A saga is completed when all steps that complete it were seen, and failed when one that fails it was. What failed and was undone is compensated.</source>
        <translation>Une saga est accomplie quand toutes les étapes qui l’accomplissent ont été vues, échouée quand une de celles qui la font échouer l’a été. Ce qui a échoué et fut annulé est compensé.</translation>
    </message>
    <message>
        <source>Completed by all of</source>
        <translation>Accomplie par toutes</translation>
    </message>
    <message>
        <source>Steps that complete the saga together.</source>
        <translation>Étapes qui accomplissent ensemble la saga.</translation>
    </message>
    <message>
        <source>Failed by any of</source>
        <translation>Échouée par une de</translation>
    </message>
    <message>
        <source>Steps that make the saga a failure.</source>
        <translation>Étapes qui font de la saga un échec.</translation>
    </message>
    <message>
        <source>Also part of the story</source>
        <translation>Fait aussi partie de l’histoire</translation>
    </message>
    <message>
        <source>Event types that belong to the saga and are no steps: notifications, updates.</source>
        <translation>Types d’événements de la saga qui ne sont pas des étapes : notifications, mises à jour.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::PartitionModel</name>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Part</source>
        <comment>partition, as a column title</comment>
        <translation>Part</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retard</translation>
    </message>
    <message>
        <source>Age</source>
        <comment>of the oldest unread message</comment>
        <translation>Âge</translation>
    </message>
    <message>
        <source>In/s</source>
        <comment>messages written a second</comment>
        <translation>Entrée/s</translation>
    </message>
    <message>
        <source>Out/s</source>
        <comment>messages committed a second</comment>
        <translation>Sortie/s</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Perspective</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Membre</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::PassageModel</name>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>What became of the event</source>
        <translation>Ce que l’événement est devenu</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::PayloadFieldDialog</name>
    <message>
        <source>Show a field of the payload</source>
        <translation>Montrer un champ du contenu</translation>
    </message>
    <message>
        <source>Its path below the payload:</source>
        <translation>Son chemin sous le contenu :</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Path of the field</source>
        <translation>Chemin du champ</translation>
    </message>
    <message>
        <source>The search language calls it payload%1.</source>
        <translation>La langue de recherche l’appelle payload%1.</translation>
    </message>
    <message>
        <source>amount, items.0.sku, items.sku for every element, or a JSON pointer: /payload/items/0/sku</source>
        <translation>amount, items.0.sku, items.sku pour chaque élément, ou un pointeur JSON : /payload/items/0/sku</translation>
    </message>
    <message>
        <source>This is no whole path: a step is empty, a quote is not closed, or ~ stands alone.</source>
        <translation>Ce n’est pas un chemin entier : une étape est vide, un guillemet n’est pas fermé, ou ~ est seul.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::PayloadView</name>
    <message>
        <source>fits its schema</source>
        <translation>suit son schéma</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) do not fit the schema</source>
        <translation>
            <numerusform>un endroit ne suit pas le schéma</numerusform>
            <numerusform>%Ln endroits ne suivent pas le schéma</numerusform>
        </translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Arbre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Payload as text</source>
        <translation>Contenu en texte</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::PopulationPage</name>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Stuck %1</source>
        <translation>En attente %1</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Which step comes directly after which</source>
        <translation>Quelle étape vient juste après quelle autre</translation>
    </message>
    <message>
        <source>What of the definition the traffic has exercised, and what never</source>
        <translation>Ce que le trafic a exercé de la définition, et ce qu’il n’a jamais exercé</translation>
    </message>
    <message>
        <source>Sagas that wait longer than nearly all others did</source>
        <translation>Les sagas qui attendent plus longtemps que presque toutes les autres</translation>
    </message>
    <message>
        <source>What changed between two time windows, or since a capture</source>
        <translation>Ce qui a changé entre deux fenêtres de temps, ou depuis une capture</translation>
    </message>
    <message>
        <source>No sagas yet</source>
        <translation>Pas encore de saga</translation>
    </message>
    <message>
        <source>What sagas have in common appears here once some have been seen.</source>
        <translation>Ce que les sagas ont en commun apparaît ici dès qu’il y en a.</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Comptage</translation>
    </message>
    <message>
        <source>%1 sagas are being counted: %2 % done.</source>
        <translation>%1 sagas sont en train d’être comptées : %2 % faits.</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Population</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ProfileDrafts</name>
    <message>
        <source>no name yet</source>
        <translation>pas encore de nom</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ProfileSection</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choisir : %1</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ProfilesDialog</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clusters</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Set up another cluster</source>
        <translation>Régler un autre cluster</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Duplicate, delete, import</source>
        <translation>Dupliquer, supprimer, importer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Aide (F1)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation>&amp;Importer un fichier…</translation>
    </message>
    <message>
        <source>client.properties of Java, kcat&apos;s configuration, or a .env file</source>
        <translation>client.properties de Java, configuration de kcat, ou fichier .env</translation>
    </message>
    <message>
        <source>Import the &amp;KAFKA_* variables</source>
        <translation>Importer les variables &amp;KAFKA_*</translation>
    </message>
    <message>
        <source>Your saved clusters can&apos;t be read, so nothing is saved over them. %1</source>
        <translation>Vos clusters enregistrés sont illisibles : rien n’est enregistré par-dessus. %1</translation>
    </message>
    <message>
        <source>%1 is not complete yet.</source>
        <translation>%1 n’est pas encore complet.</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Arrêter le test</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>new cluster</source>
        <translation>nouveau cluster</translation>
    </message>
    <message>
        <source>“%1” is deleted once you save.</source>
        <translation>« %1 » sera supprimé à l’enregistrement.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Le rétablir</translation>
    </message>
    <message>
        <source>Import a client&apos;s configuration</source>
        <translation>Importer la configuration d’un client</translation>
    </message>
    <message>
        <source>Configurations (*.properties *.conf *.config *.cfg *.env .env);;All files (*)</source>
        <translation>Configurations (*.properties *.conf *.config *.cfg *.env .env);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>Rien n’a été importé : %1</translation>
    </message>
    <message>
        <source>Imported as “%1”.</source>
        <translation>Importé sous le nom « %1 ».</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Discard the changes to your clusters?</source>
        <translation>Abandonner les modifications de vos clusters ?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>How many records and bytes would be read, and how much memory that takes, without reading it</source>
        <translation>Combien de messages et d’octets seraient lus, et combien de mémoire cela demande, sans les lire</translation>
    </message>
    <message>
        <source>Stop the estimate</source>
        <translation>Arrêter l’estimation</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimer</translation>
    </message>
    <message>
        <source>The password is needed for it. Type it first.</source>
        <translation>Le mot de passe est nécessaire. Saisissez-le d’abord.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::PublishBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Give up what has not been acknowledged</source>
        <translation>Abandonner ce qui n’a pas été confirmé</translation>
    </message>
    <message>
        <source>Repeat </source>
        <translation>Répéter </translation>
    </message>
    <message>
        <source>How often to publish</source>
        <translation>Combien de fois publier</translation>
    </message>
    <message>
        <source>Same event id again</source>
        <translation>Même identifiant d’événement</translation>
    </message>
    <message>
        <source>Publish identical copies, to see whether consumers notice duplicates. Otherwise each copy gets an id of its own.</source>
        <translation>Publier des copies identiques, pour voir si les consommateurs remarquent les doublons. Sinon chaque copie reçoit son propre identifiant.</translation>
    </message>
    <message>
        <source>Publish although it breaks the schema</source>
        <translation>Publier malgré le schéma</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Publish to %1</source>
        <translation>Publier vers %1</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>waiting for the acknowledgement…</source>
        <translation>en attente de la confirmation…</translation>
    </message>
    <message numerus="yes">
        <source>✕ %n problem(s)</source>
        <translation>
            <numerusform>✕ %n problème</numerusform>
            <numerusform>✕ %n problèmes</numerusform>
        </translation>
    </message>
    <message>
        <source>no schema to check against</source>
        <translation>pas de schéma pour vérifier</translation>
    </message>
    <message>
        <source>✓ valid against schema %1</source>
        <translation>✓ valide selon le schéma %1</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::PublishFlow</name>
    <message>
        <source>Publish %1 to %2?</source>
        <translation>Publier %1 vers %2 ?</translation>
    </message>
    <message>
        <source>One record goes to the topic %1. It cannot be taken back.</source>
        <translation>Un enregistrement part vers le topic %1. Il ne peut pas être repris.</translation>
    </message>
    <message numerus="yes">
        <source>%n records go to the topic %1. They cannot be taken back.</source>
        <translation>
            <numerusform>%n enregistrement part vers le topic %1. Il ne peut pas être repris.</numerusform>
            <numerusform>%n enregistrements partent vers le topic %1. Ils ne peuvent pas être repris.</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish to %1</source>
        <translation>Publier vers %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::Rail</name>
    <message>
        <source>Rooms</source>
        <translation>Salles</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::RawEditor</name>
    <message>
        <source>is no JSON yet</source>
        <translation>n’est pas encore du JSON</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ReadingSection</name>
    <message>
        <source>What to read</source>
        <translation>À lire</translation>
    </message>
    <message>
        <source>Top&amp;ics (pattern)</source>
        <translation>Top&amp;ics (motif)</translation>
    </message>
    <message>
        <source>&amp;Start at</source>
        <translation>&amp;Commencer à</translation>
    </message>
    <message>
        <source>billing: dreamscape.payment.completed, …
Empty: the groups that the catalog knows</source>
        <translation>facturation: dreamscape.payment.completed, …
Vide : les groupes que connaît le catalogue</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>New topics every</source>
        <translation>Nouveaux topics toutes les</translation>
    </message>
    <message>
        <source>Ne&amp;w topics every</source>
        <translation>Nouveau&amp;x topics toutes les</translation>
    </message>
    <message>
        <source>1 in </source>
        <translation>1 sur </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>tout le monde</translation>
    </message>
    <message>
        <source>Sagas of</source>
        <translation>Sagas de</translation>
    </message>
    <message>
        <source>Whole sagas of one traveller in so many. Saves memory, not transfer: everything is still read.</source>
        <translation>Les sagas entières d’un voyageur sur tant. Économise la mémoire, pas le transfert : tout est lu quand même.</translation>
    </message>
    <message>
        <source>Sa&amp;gas of</source>
        <translation>Sa&amp;gas de</translation>
    </message>
    <message>
        <source>&amp;End at</source>
        <translation>&amp;S’arrêter à</translation>
    </message>
    <message>
        <source>Look &amp;for</source>
        <translation>&amp;Quoi chercher</translation>
    </message>
    <message>
        <source>Records of open and aborted transactions, too</source>
        <translation>Aussi les messages des transactions ouvertes et annulées</translation>
    </message>
    <message>
        <source>Consu&amp;mer groups</source>
        <translation>Groupes de conso&amp;mmateurs</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::RecentFilesMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un fichier &amp;récent</translation>
    </message>
    <message>
        <source>No file was opened or saved yet</source>
        <translation>Aucun fichier n’a encore été ouvert ou enregistré</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Vider cette liste</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation>%1 (absent)</translation>
    </message>
    <message>
        <source>%1 is no longer there</source>
        <translation>%1 n’est plus là</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::RecordView</name>
    <message>
        <source>Record</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>Show the value exactly as it is sent</source>
        <translation>Montrer la valeur exactement comme elle est envoyée</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the value as JSON</source>
        <translation>Copier la valeur en JSON</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Où il va</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Value of the record</source>
        <translation>Valeur de l’enregistrement</translation>
    </message>
    <message>
        <source>as it will be sent · %1</source>
        <translation>tel qu’il sera envoyé · %1</translation>
    </message>
    <message>
        <source>any</source>
        <translation>n’importe laquelle</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source> (chosen by you)</source>
        <translation> (choisie par vous)</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>by the key</source>
        <translation>selon la clé</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::RecordingNotice</name>
    <message>
        <source>Nothing in %1 could be read: it is neither a capture nor JSON lines as kcat -J prints them.</source>
        <translation>Rien n’a pu être lu dans %1 : ce n’est ni une capture ni des lignes JSON telles que les écrit kcat -J.</translation>
    </message>
    <message>
        <source>%1 holds no records.</source>
        <translation>%1 ne contient aucun enregistrement.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::RedactionForm</name>
    <message>
        <source>Secrets and card numbers</source>
        <translation>Secrets et numéros de carte</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>Adresses électroniques</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Numéros de téléphone</translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation>Adresses IP</translation>
    </message>
    <message>
        <source>Values called like a secret (resetToken, password, cvv, …), web tokens, credentials and card numbers</source>
        <translation>Valeurs nommées comme un secret (resetToken, password, cvv, …), jetons web, identifiants de connexion et numéros de carte</translation>
    </message>
    <message>
        <source>Names of members and headers, and JSON pointers, apart by commas</source>
        <translation>Noms de membres et d’en-têtes, et pointeurs JSON, séparés par des virgules</translation>
    </message>
    <message>
        <source>Also these &amp;fields:</source>
        <translation>Aussi ces &amp;champs :</translation>
    </message>
    <message>
        <source>Also these fields</source>
        <translation>Aussi ces champs</translation>
    </message>
    <message>
        <source>“%1” is neither a member&apos;s name nor a JSON pointer, which begins with /.</source>
        <translation>« %1 » n’est ni le nom d’un membre ni un pointeur JSON, qui commence par /.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::RelatedModel</name>
    <message>
        <source>same event id</source>
        <translation>même identifiant d’événement</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Time apart</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Indice</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordonnées</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::RelatedPage</name>
    <message>
        <source>(%1 of %2 listed)</source>
        <translation>(%1 sur %2 affichés)</translation>
    </message>
    <message>
        <source>Related events</source>
        <translation>Événements liés</translation>
    </message>
    <message>
        <source>Nothing is related to it</source>
        <translation>Rien ne lui est lié</translation>
    </message>
    <message>
        <source>No event read so far causes it, follows from it, repeats it or shares an identifier with it.</source>
        <translation>Aucun événement lu jusqu’ici ne le cause, n’en découle, ne le répète ni ne partage un identifiant avec lui.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ReplyBar</name>
    <message>
        <source>Reply to %1 %2</source>
        <translation>Réponse à %1 %2</translation>
    </message>
    <message>
        <source>other type</source>
        <translation>autre type</translation>
    </message>
    <message>
        <source>Type of the reply</source>
        <translation>Type de la réponse</translation>
    </message>
    <message>
        <source>The types that a saga definition lets follow. The list at the left offers all others.</source>
        <translation>Les types qu’une définition de saga laisse suivre. La liste de gauche offre tous les autres.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Le montrer</translation>
    </message>
    <message>
        <source>Show the event that this answers</source>
        <translation>Montrer l’événement auquel ceci répond</translation>
    </message>
    <message>
        <source>Answer no event: compose a new one</source>
        <translation>Ne répondre à rien : composer un nouvel événement</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagaCopier</name>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>the copy</source>
        <translation>la copie</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Écriture de %1…</translation>
    </message>
    <message>
        <source>Writing %1… %2 events so far</source>
        <translation>Écriture de %1… %2 événements jusqu’ici</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Copied as %1; secrets are masked.</source>
        <translation>Copié : %1 ; les secrets sont masqués.</translation>
    </message>
    <message>
        <source>Saved %1; secrets are masked.</source>
        <translation>%1 enregistré ; les secrets sont masqués.</translation>
    </message>
    <message>
        <source>The picture is scaled down to %1 %; save it as SVG to see every detail.</source>
        <translation>L’image est réduite à %1 % ; enregistrez-la en SVG pour voir chaque détail.</translation>
    </message>
    <message>
        <source>It shows the beginning only; JSON lines hold the whole saga.</source>
        <translation>Elle ne montre que le début ; les lignes JSON contiennent toute la saga.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was copied.</source>
        <translation>Arrêté. Rien n’a été copié.</translation>
    </message>
    <message>
        <source>There is nothing to copy: the saga is gone, or its view is empty. Choose it again.</source>
        <translation>Il n’y a rien à copier : la saga n’est plus là, ou sa vue est vide. Choisissez-la de nouveau.</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture. Save it as SVG or as JSON lines instead.</source>
        <translation>La mémoire ne suffit pas pour cette image. Enregistrez-la plutôt en SVG ou en lignes JSON.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder, or make room on the disk.</source>
        <translation>%1 n’a pas pu être écrit : %2. Choisissez un autre dossier, ou faites de la place sur le disque.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagaCopies</name>
    <message>
        <source>Copy as text</source>
        <translation>Copier en texte</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Copier en image</translation>
    </message>
    <message>
        <source>Copy as Mermaid</source>
        <translation>Copier en Mermaid</translation>
    </message>
    <message>
        <source>Copy as PlantUML</source>
        <translation>Copier en PlantUML</translation>
    </message>
    <message numerus="yes">
        <source>Save %n sagas as…</source>
        <translation>
            <numerusform>Enregistrer %n saga sous…</numerusform>
            <numerusform>Enregistrer %n sagas sous…</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Copy or save this saga: as text for a ticket, as a picture, as a diagram, as JSON. Secrets stay masked.</source>
        <translation>Copier ou enregistrer cette saga : en texte pour un ticket, en image, en diagramme, en JSON. Les secrets restent masqués.</translation>
    </message>
    <message>
        <source>Copy or save this saga</source>
        <translation>Copier ou enregistrer cette saga</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagaDelegate</name>
    <message>
        <source>no definition</source>
        <translation>sans définition</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n év.</numerusform>
            <numerusform>%n év.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagaListModel</name>
    <message>
        <source>no definition</source>
        <translation>sans définition</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Dernier évén.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Évén.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Sans groupes</translation>
    </message>
    <message>
        <source>Last steps</source>
        <translation>Dernières étapes</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>no steps</source>
        <translation>aucune étape</translation>
    </message>
    <message>
        <source>no user</source>
        <translation>aucun utilisateur</translation>
    </message>
    <message>
        <source>Sort by %1; click again to turn round</source>
        <translation>Trier par %1 ; un second clic inverse l’ordre</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeat(s)</source>
        <translation>
            <numerusform>%n répétition</numerusform>
            <numerusform>%n répétitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln saga(s)</source>
        <translation>
            <numerusform>%1 : %Ln saga</numerusform>
            <numerusform>%1 : %Ln sagas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagaListPanel</name>
    <message>
        <source>Sagas</source>
        <translation>Sagas</translation>
    </message>
    <message>
        <source>Show %1 sagas</source>
        <translation>Montrer les sagas : %1</translation>
    </message>
    <message>
        <source>%1 · %2 shown</source>
        <translation>%1 · %2 montrées</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>No sagas yet</source>
        <translation>Pas encore de sagas</translation>
    </message>
    <message>
        <source>Events that belong together appear here as one story.</source>
        <translation>Les événements qui vont ensemble apparaissent ici comme une seule histoire.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Décroissant</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Grouper par</translation>
    </message>
    <message>
        <source>Close all groups</source>
        <translation>Fermer tous les groupes</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>Ouvrir tous les groupes</translation>
    </message>
    <message>
        <source>Arrange ▾</source>
        <translation>Ranger ▾</translation>
    </message>
    <message>
        <source>Sort, group and choose columns</source>
        <translation>Trier, grouper et choisir les colonnes</translation>
    </message>
    <message>
        <source>the time window</source>
        <translation>la fenêtre de temps</translation>
    </message>
    <message numerus="yes">
        <source>0 of %Ln saga(s) match</source>
        <translation>
            <numerusform>0 saga sur %Ln convient</numerusform>
            <numerusform>0 saga sur %Ln convient</numerusform>
        </translation>
    </message>
    <message>
        <source>The search is not understood; the search field says why.</source>
        <translation>La recherche n’est pas comprise ; le champ de recherche dit pourquoi.</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>En tableau</translation>
    </message>
    <message>
        <source>fits no saga</source>
        <translation>ne convient à aucune saga</translation>
    </message>
    <message numerus="yes">
        <source>fits %Ln saga(s) by itself</source>
        <translation>
            <numerusform>convient seule à %Ln saga</numerusform>
            <numerusform>convient seule à %Ln sagas</numerusform>
        </translation>
    </message>
    <message>
        <source>without it still none</source>
        <translation>sans elle, toujours rien</translation>
    </message>
    <message numerus="yes">
        <source>without it %Ln appear</source>
        <translation>
            <numerusform>sans elle, %Ln apparaît</numerusform>
            <numerusform>sans elle, %Ln apparaissent</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Drop %1</source>
        <translation>Abandonner %1</translation>
    </message>
    <message>
        <source>What was read is being put together: sagas appear in a moment.</source>
        <translation>Ce qui a été lu est en train d’être assemblé : les sagas apparaissent dans un instant.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagaListView</name>
    <message>
        <source>Sagas</source>
        <translation>Sagas</translation>
    </message>
    <message>
        <source>Copy the saga&apos;s key</source>
        <translation>Copier la clé de la saga</translation>
    </message>
    <message>
        <source>Show only %1</source>
        <translation>Montrer seulement %1</translation>
    </message>
    <message>
        <source>Copy all its ids</source>
        <translation>Copier tous ses identifiants</translation>
    </message>
    <message>
        <source>Copy a line for a ticket</source>
        <translation>Copier une ligne pour un ticket</translation>
    </message>
    <message>
        <source>Close all groups</source>
        <translation>Fermer tous les groupes</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>Ouvrir tous les groupes</translation>
    </message>
    <message>
        <source>Compare with %1, which is open</source>
        <translation>Comparer à %1, qui est ouverte</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Comparer à…</translation>
    </message>
    <message>
        <source>Open its definition</source>
        <translation>Ouvrir sa définition</translation>
    </message>
    <message numerus="yes">
        <source>Propose a definition from the %Ln saga(s) listed</source>
        <translation>
            <numerusform>Proposer une définition d’après la saga de la liste</numerusform>
            <numerusform>Proposer une définition d’après les %Ln sagas de la liste</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare the two selected</source>
        <translation>Comparer les deux sagas choisies</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagasRoom</name>
    <message>
        <source>Why here?</source>
        <translation>Pourquoi ?</translation>
    </message>
    <message>
        <source>choose a saga</source>
        <translation>choisissez une saga</translation>
    </message>
    <message>
        <source>no definition</source>
        <translation>sans définition</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>This event belongs to no saga that is shown.</source>
        <translation>Cet événement n’appartient à aucune saga montrée.</translation>
    </message>
    <message>
        <source>Sagas</source>
        <translation>Sagas</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Saga</source>
        <translation>Saga</translation>
    </message>
    <message>
        <source>not begun yet</source>
        <translation>pas encore commencée</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SaveCaptureDialog</name>
    <message>
        <source>Save capture as</source>
        <translation>Enregistrer la capture sous</translation>
    </message>
    <message>
        <source>Take out before saving</source>
        <translation>Retirer avant d’enregistrer</translation>
    </message>
    <message>
        <source>Everything read so far, %1 records, goes into a new capture.</source>
        <translation>Tout ce qui a été lu jusqu’ici, %1 enregistrements, va dans une nouvelle capture.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) and bookmark(s) go along.</source>
        <translation>
            <numerusform>%n note ou signet l’accompagne.</numerusform>
            <numerusform>%n notes et signets l’accompagnent.</numerusform>
        </translation>
    </message>
    <message>
        <source>The same value becomes the same other value everywhere, so the sagas stay the same.</source>
        <translation>La même valeur devient partout la même autre valeur : les sagas restent donc les mêmes.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Aide (F1)</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Fichier :</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Captures (*.sagascope)</source>
        <translation>Captures (*.sagascope)</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Donnez un nom au fichier.</translation>
    </message>
    <message>
        <source>This is a folder. Add a name.</source>
        <translation>C’est un dossier. Ajoutez un nom.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Il n’y a pas de dossier %1.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to. Choose another one.</source>
        <translation>Il n’est pas possible d’écrire dans le dossier %1. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>There is a file of this name. It is replaced once the new one is whole.</source>
        <translation>Il y a déjà un fichier de ce nom. Il est remplacé une fois que le nouveau est entier.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Nothing is taken out: the capture holds every record as it was read, secrets too.</source>
        <translation>Rien n’est retiré : la capture contient chaque enregistrement tel qu’il a été lu, secrets compris.</translation>
    </message>
    <message>
        <source>Counting what that changes… %1 %</source>
        <translation>Décompte de ce que cela change… %1 %</translation>
    </message>
    <message>
        <source>What that changes could not be counted: a record cannot be read.</source>
        <translation>Ce que cela change n’a pas pu être compté : un enregistrement est illisible.</translation>
    </message>
    <message>
        <source>Changes %1 of %2 records.</source>
        <translation>Change %1 enregistrements sur %2.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them the value is left out whole: it is no JSON, so nobody can tell what is in it.</source>
        <translation>
            <numerusform>Pour %n d’entre eux, la valeur est omise en entier : ce n’est pas du JSON, personne ne peut donc dire ce qu’elle contient.</numerusform>
            <numerusform>Pour %n d’entre eux, la valeur est omise en entier : ce n’est pas du JSON, personne ne peut donc dire ce qu’elle contient.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SavedSearchMenu</name>
    <message>
        <source>&amp;Save this search…</source>
        <translation>&amp;Enregistrer cette recherche…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Enregistrer la recherche</translation>
    </message>
    <message>
        <source>A name for %1</source>
        <translation>Un nom pour %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ScalarEditor</name>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SearchField</name>
    <message>
        <source>Search…  %1</source>
        <translation>Chercher…  %1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Ids, event types, state:compensated, duration:&gt;5s, … Type ? for the language. Enter jumps to an exact id.</source>
        <translation>Identifiants, types d’événement, state:compensated, duration:&gt;5s… Tapez ? pour la langue. Entrée va à un identifiant exact.</translation>
    </message>
    <message>
        <source>The search language. Choose a line to try it; F1 tells more.</source>
        <translation>La langue de recherche. Choisissez une ligne pour l’essayer ; F1 en dit plus.</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>Saved searches (Ctrl+Shift+F)</source>
        <translation>Recherches enregistrées (Ctrl+Maj+F)</translation>
    </message>
    <message>
        <source>Saved and recent searches. Type ? for the language.</source>
        <translation>Recherches enregistrées et récentes. Tapez ? pour la langue.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SearchPicker</name>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>One key</source>
        <translation>Une clé</translation>
    </message>
    <message>
        <source>One text</source>
        <translation>Un texte</translation>
    </message>
    <message>
        <source>Fetches only the partition of each topic that the services&apos; partitioner gives the key</source>
        <translation>Ne lit que la partition de chaque topic que le partitionneur des services donne à la clé</translation>
    </message>
    <message>
        <source>Fetches everything in the window, and keeps records whose key, value or headers contain it</source>
        <translation>Lit toute la fenêtre, et garde les messages dont la clé, la valeur ou les en-têtes le contiennent</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>Quoi chercher</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Ce qui est cherché</translation>
    </message>
    <message>
        <source>bkg_1042, … : only its partitions are fetched</source>
        <translation>bkg_1042, … : seules ses partitions sont lues</translation>
    </message>
    <message>
        <source>BK-7741, … : all of the window is fetched</source>
        <translation>BK-7741, … : toute la fenêtre est lue</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SecretsPrompt</name>
    <message>
        <source>Connect to %1</source>
        <translation>Se connecter à %1</translation>
    </message>
    <message>
        <source>%1 asks who is there.</source>
        <translation>%1 demande qui est là.</translation>
    </message>
    <message>
        <source>%1 asks %2 for a password.</source>
        <translation>%1 demande un mot de passe à %2.</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Jeton</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>Password of the &amp;key</source>
        <translation>Mot de passe de la &amp;clé</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Keep in the system&apos;s &amp;keychain</source>
        <translation>Garder dans le &amp;trousseau du système</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SecuritySection</name>
    <message>
        <source>Security</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>&amp;TLS: encrypt, and check who answers</source>
        <translation>&amp;TLS : chiffrer, et vérifier qui répond</translation>
    </message>
    <message>
        <source>C&amp;A file</source>
        <translation>Fichier d’a&amp;utorité (CA)</translation>
    </message>
    <message>
        <source>PEM; empty: what this system trusts</source>
        <translation>PEM ; vide : ce que le système reconnaît</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The certificate must be made for the &amp;host&apos;s name</source>
        <translation>Le certificat doit être établi pour le nom de l’&amp;hôte</translation>
    </message>
    <message>
        <source>Client &amp;certificate</source>
        <translation>Certi&amp;ficat client</translation>
    </message>
    <message>
        <source>PEM or PKCS#12; empty: none</source>
        <translation>PEM ou PKCS#12 ; vide : aucun</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>Certificats (*.pem *.crt *.cer *.p12 *.pfx);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>C&amp;lé client</translation>
    </message>
    <message>
        <source>PEM; empty: in the file of the certificate</source>
        <translation>PEM ; vide : dans le fichier du certificat</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key);;All files (*)</source>
        <translation>Clés (*.pem *.key);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Password of the ke&amp;y</source>
        <translation>Mot de passe de la clé</translation>
    </message>
    <message>
        <source>&amp;Login (SASL)</source>
        <translation>I&amp;dentification (SASL)</translation>
    </message>
    <message>
        <source>&amp;User or client id</source>
        <translation>Utilisateur ou client</translation>
    </message>
    <message>
        <source>Token endpoint</source>
        <translation>Serveur de jetons</translation>
    </message>
    <message>
        <source>https://…; empty: the token is given below</source>
        <translation>https://… ; vide : le jeton est donné ci-dessous</translation>
    </message>
    <message>
        <source>Token scope</source>
        <translation>Portée du jeton</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>as kept, or asked for when connecting</source>
        <translation>tel que gardé, ou demandé à la connexion</translation>
    </message>
    <message>
        <source>Keep passwords in the system&apos;s keychain</source>
        <translation>Garder les mots de passe dans le trousseau du système</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SentModel</name>
    <message>
        <source>waiting for it to come back</source>
        <translation>en attente de son retour</translation>
    </message>
    <message>
        <source>paused: not read yet</source>
        <translation>en pause : pas encore lu</translation>
    </message>
    <message>
        <source>belongs to no saga</source>
        <translation>n’appartient à aucune saga</translation>
    </message>
    <message>
        <source>→ saga %1 started</source>
        <translation>→ la saga %1 a commencé</translation>
    </message>
    <message>
        <source>→ saga %1 goes on</source>
        <translation>→ la saga %1 continue</translation>
    </message>
    <message>
        <source>→ saga %1 %2 in %3</source>
        <translation>→ saga %1 %2 en %3</translation>
    </message>
    <message>
        <source>→ saga %1 %2</source>
        <translation>→ saga %1 %2</translation>
    </message>
    <message>
        <source>not seen before the session ended</source>
        <translation>pas vu avant la fin de la session</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Ce qu’il a fait</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SentPanel</name>
    <message>
        <source>Sent</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Nothing sent yet. What you publish is listed here with its partition, its offset and the saga that it moved.</source>
        <translation>Rien d’envoyé pour l’instant. Ce que vous publiez est listé ici avec sa partition, son offset et la saga qu’il a fait avancer.</translation>
    </message>
    <message>
        <source>Sent events</source>
        <translation>Événements envoyés</translation>
    </message>
    <message>
        <source>Return shows the saga</source>
        <translation>Entrée montre la saga</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SequenceTab</name>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Fit the width (0). Zoom with Ctrl and the wheel or + and −.</source>
        <translation>Ajuster à la largeur (0). Agrandir avec Ctrl et la molette ou + et −.</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Séquence</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SequenceView</name>
    <message>
        <source>Sequence diagram</source>
        <translation>Diagramme de séquence</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SourceSwitch</name>
    <message>
        <source>demo</source>
        <translation>démo</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SpanField</name>
    <message>
        <source>is no time: 15 min, 2 h, 90 s</source>
        <translation>n’est pas une durée : 15 min, 2 h, 90 s</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::StartPicker</name>
    <message>
        <source>The beginning</source>
        <translation>Le début</translation>
    </message>
    <message>
        <source>The end: only what comes from now on</source>
        <translation>La fin : seulement ce qui arrive désormais</translation>
    </message>
    <message>
        <source>A moment</source>
        <translation>Un moment</translation>
    </message>
    <message>
        <source>The last records</source>
        <translation>Les derniers enregistrements</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>Commencer à</translation>
    </message>
    <message>
        <source>Moment to start at</source>
        <translation>Moment où commencer</translation>
    </message>
    <message>
        <source> per partition</source>
        <translation> par partition</translation>
    </message>
    <message>
        <source>Records per partition</source>
        <translation>Enregistrements par partition</translation>
    </message>
    <message>
        <source>Offsets: these partitions only</source>
        <translation>Des offsets : ces partitions seulement</translation>
    </message>
    <message>
        <source>Offsets to start at</source>
        <translation>Offsets de départ</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::StatusLine</name>
    <message>
        <source>correlated %1 %</source>
        <translation>corrélés %1 %</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>retard %1</translation>
    </message>
    <message>
        <source>decode idle</source>
        <translation>décodage au repos</translation>
    </message>
    <message>
        <source>decode %1 behind</source>
        <translation>décodage %1 en retard</translation>
    </message>
    <message>
        <source>Records that the cluster&apos;s retention removed before they could be read. Sagas may lack events.</source>
        <translation>Enregistrements que la rétention du cluster a supprimés avant leur lecture. Il peut manquer des événements aux sagas.</translation>
    </message>
    <message>
        <source>sample: 1 in %1</source>
        <translation>échantillon : 1 sur %1</translation>
    </message>
    <message>
        <source>catching up: %1 %</source>
        <translation>rattrapage : %1 %</translation>
    </message>
    <message>
        <source>unsaved · %1</source>
        <translation>non enregistré · %1</translation>
    </message>
    <message>
        <source>capture %1 · %2</source>
        <translation>capture %1 · %2</translation>
    </message>
    <message>
        <source>What is read lies in a file that goes with this session, unless you save it.</source>
        <translation>Ce qui est lu se trouve dans un fichier qui disparaît avec cette session, à moins que vous ne l’enregistriez.</translation>
    </message>
    <message>
        <source>found %1 of %2 read</source>
        <translation>%1 trouvés sur %2 lus</translation>
    </message>
    <message>
        <source>catching up: %1 % at %2/s, about %3 left</source>
        <translation>rattrapage : %1 % à %2/s, encore %3 environ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s)</source>
        <translation>
            <numerusform>%Ln saga</numerusform>
            <numerusform>%Ln sagas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln perdu</numerusform>
            <numerusform>%Ln perdus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 updates/s</source>
        <translation>%1 mises à jour/s</translation>
    </message>
    <message>
        <source>longest stall %1 ms</source>
        <translation>plus long arrêt %1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) not on disk</source>
        <translation>
            <numerusform>%Ln enregistrement hors du disque</numerusform>
            <numerusform>%Ln enregistrements hors du disque</numerusform>
        </translation>
    </message>
    <message>
        <source>saved as %1</source>
        <translation>enregistré sous %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not decodable</source>
        <translation>
            <numerusform>%Ln non décodable</numerusform>
            <numerusform>%Ln non décodables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable line(s)</source>
        <translation>
            <numerusform>%Ln ligne illisible</numerusform>
            <numerusform>%Ln lignes illisibles</numerusform>
        </translation>
    </message>
    <message>
        <source>catching up: %1 %, about %2 left</source>
        <translation>rattrapage : %1 %, encore %2 environ</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::StepModel</name>
    <message>
        <source>undoes %1</source>
        <translation>défait %1</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::StepsModel</name>
    <message>
        <source>too early</source>
        <translation>trop tôt</translation>
    </message>
    <message>
        <source>never undone</source>
        <translation>jamais défaite</translation>
    </message>
    <message>
        <source>undoes %1</source>
        <translation>défait %1</translation>
    </message>
    <message>
        <source>undoes %1, before what came after that was undone</source>
        <translation>défait %1, avant que ce qui l’a suivie soit défait</translation>
    </message>
    <message>
        <source>undone by %1</source>
        <translation>défaite par %1</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 depuis %2</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 après %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Slower than %1 of %2 other sagas from %3 to %4. They usually take %5, and 95 % of them at most %6.</source>
        <translation>Plus lente que %1 de %2 autres sagas, de %3 à %4. D’ordinaire elles prennent %5, et 95 % d’entre elles au plus %6.</translation>
    </message>
    <message>
        <source>Expected within %1 of %2; the time is running.</source>
        <translation>Attendue dans les %1 qui suivent %2 ; le temps court.</translation>
    </message>
    <message>
        <source>Expected within %1 of %2.</source>
        <translation>Attendue dans les %1 qui suivent %2.</translation>
    </message>
    <message>
        <source>%1 · no step of the definition</source>
        <translation>%1 · hors des étapes de la définition</translation>
    </message>
    <message>
        <source>The saga is at this step.</source>
        <translation>La saga en est à cette étape.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Attente</translation>
    </message>
    <message>
        <source>Limit used</source>
        <translation>Délai utilisé</translation>
    </message>
    <message>
        <source>Undoes</source>
        <translation>Défait</translation>
    </message>
    <message>
        <source>Slower than</source>
        <translation>Dépasse</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::StepsPanel</name>
    <message>
        <source>Steps against definition</source>
        <translation>Étapes face à la définition</translation>
    </message>
    <message>
        <source>no definition</source>
        <translation>sans définition</translation>
    </message>
    <message>
        <source>No findings for this saga.</source>
        <translation>Aucun constat pour cette saga.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::StepsSection</name>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>Type d’événement</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatoire</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>What the definition calls the step; wherever it is spoken of, the name changes along.</source>
        <translation>Comment la définition appelle l’étape ; le nom change partout où il en est question.</translation>
    </message>
    <message>
        <source>The type of the events that take this step.</source>
        <translation>Le type des événements qui franchissent cette étape.</translation>
    </message>
    <message>
        <source>A step goes forward, a failure is what went wrong, a compensation undoes a step.</source>
        <translation>Une étape avance, un échec est ce qui a mal tourné, une compensation annule une étape.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Who emits it; empty when anybody may.</source>
        <translation>Qui l’émet ; vide si chacun le peut.</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Nécessité</translation>
    </message>
    <message>
        <source>A saga that ended without it misses something.</source>
        <translation>À une saga finie sans elle, il manque quelque chose.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Seeing it again is no repeat.</source>
        <translation>La revoir n’est pas une répétition.</translation>
    </message>
    <message>
        <source>repeatable</source>
        <translation>répétable</translation>
    </message>
    <message>
        <source>Expected after</source>
        <translation>Attendue après</translation>
    </message>
    <message>
        <source>The step after which this one has to come within the time limit.</source>
        <translation>L’étape après laquelle celle-ci doit venir dans le délai.</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>How long after that step it may take until the saga stalls: 15 min, 2 h, 90 s.</source>
        <translation>Combien de temps après cette étape avant que la saga s’enlise : 15 min, 2 h, 90 s.</translation>
    </message>
    <message>
        <source>Undoes</source>
        <translation>Annule</translation>
    </message>
    <message>
        <source>The step that this compensation undoes.</source>
        <translation>L’étape que cette compensation annule.</translation>
    </message>
    <message>
        <source>Step in metadata</source>
        <translation>Étape dans metadata</translation>
    </message>
    <message>
        <source>The value of metadata.step, where a coordinator names its steps.</source>
        <translation>La valeur de metadata.step, là où un coordinateur nomme ses étapes.</translation>
    </message>
    <message>
        <source>Healed by</source>
        <translation>Réparée par</translation>
    </message>
    <message>
        <source>Steps that make this failure good when they come later.</source>
        <translation>Étapes qui réparent cet échec si elles viennent plus tard.</translation>
    </message>
    <message>
        <source>Same fact when equal</source>
        <translation>Même fait si égaux</translation>
    </message>
    <message>
        <source>Fields that make two events the same business fact.</source>
        <translation>Champs qui font de deux événements le même fait métier.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Where the amount stands; the first of these that is there counts.</source>
        <translation>Où se trouve le montant ; le premier présent compte.</translation>
    </message>
    <message>
        <source>Other event types</source>
        <translation>Autres types d’événements</translation>
    </message>
    <message>
        <source>Event types that mean the same step.</source>
        <translation>Types d’événements qui signifient la même étape.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::StepsTab</name>
    <message>
        <source>No steps</source>
        <translation>Aucune étape</translation>
    </message>
    <message>
        <source>Nothing of this saga is a step that a definition names.</source>
        <translation>Rien dans cette saga n’est une étape qu’une définition nomme.</translation>
    </message>
    <message>
        <source>No saga selected</source>
        <translation>Aucune saga choisie</translation>
    </message>
    <message>
        <source>Choose a saga on the left to see how it follows its definition.</source>
        <translation>Choisissez une saga à gauche pour voir comment elle suit sa définition.</translation>
    </message>
    <message>
        <source>done and never undone: %1</source>
        <translation>faites et jamais défaites : %1</translation>
    </message>
    <message>
        <source>compensations did not run in reverse order</source>
        <translation>les compensations n’ont pas suivi l’ordre inverse</translation>
    </message>
    <message>
        <source>compensations ran in reverse order</source>
        <translation>les compensations ont suivi l’ordre inverse</translation>
    </message>
    <message>
        <source>coordinated by %1</source>
        <translation>coordonnée par %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>à l’étape %1</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>attend %1</translation>
    </message>
    <message numerus="yes">
        <source>slower than %1 of the %n other saga(s) with the same steps</source>
        <translation>
            <numerusform>plus lente que %1 de la seule autre saga aux mêmes étapes</numerusform>
            <numerusform>plus lente que %1 des %n autres sagas aux mêmes étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2, usually after %3, 95 % within %4</source>
        <translation>%1 %2, d’ordinaire après %3, 95 % en moins de %4</translation>
    </message>
    <message numerus="yes">
        <source>Expected next, from %n ended saga(s) that began with the same steps:</source>
        <translation>
            <numerusform>Suite attendue, d’après %n saga achevée qui a commencé par les mêmes étapes :</numerusform>
            <numerusform>Suite attendue, d’après %n sagas achevées qui ont commencé par les mêmes étapes :</numerusform>
        </translation>
    </message>
    <message>
        <source>Steps of the definition and what became of them</source>
        <translation>Étapes de la définition et ce qu’elles sont devenues</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>Open the definition that this saga follows</source>
        <translation>Ouvrir la définition que suit cette saga</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::StuckMark</name>
    <message>
        <source>stuck</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>stuck: %1</source>
        <translation>en attente : %1</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::StuckTab</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the list, cells apart by tabs</source>
        <translation>Copier la liste, cellules séparées par des tabulations</translation>
    </message>
    <message>
        <source>Stuck sagas</source>
        <translation>Sagas en attente</translation>
    </message>
    <message>
        <source>Saga</source>
        <translation>Saga</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Attend</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Awaits</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Should come from</source>
        <translation>Devrait venir de</translation>
    </message>
    <message>
        <source>Last producer</source>
        <translation>Dernier producteur</translation>
    </message>
    <message>
        <source>No saga waits longer than 99 % of the others did at its step. Steps that fewer than %1 sagas have passed are not judged.</source>
        <translation>Aucune saga n’attend plus longtemps que 99 % des autres à son étape. Les étapes passées par moins de %1 sagas ne sont pas jugées.</translation>
    </message>
    <message>
        <source>%1 wait longer than 99 % of the others did at their step, the worst first. This changes no state.</source>
        <translation>%1 attendent plus longtemps que 99 % des autres à leur étape, la pire d’abord. Cela ne change aucun état.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ThroughputBrush</name>
    <message>
        <source>Throughput, time window and playhead</source>
        <translation>Débit, fenêtre de temps et tête de lecture</translation>
    </message>
    <message>
        <source>Drag over the bars to choose a time window, double-click to clear it. Drag along the rail below to see everything as of that moment. Arrow keys move, Space plays.</source>
        <translation>Glissez sur les barres pour choisir une fenêtre de temps, double-cliquez pour l’effacer. Glissez le long du rail en dessous pour tout voir à ce moment-là. Les flèches déplacent, Espace déroule.</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::TimeBar</name>
    <message>
        <source>As of %1</source>
        <translation>Au %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>%1 of %2 records</source>
        <translation>%1 enregistrements sur %2</translation>
    </message>
    <message>
        <source>on the way…</source>
        <translation>en chemin…</translation>
    </message>
    <message>
        <source>Back to the end</source>
        <translation>Revenir à la fin</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Revenir au direct</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>État à</translation>
    </message>
    <message>
        <source>To the first event of the saga</source>
        <translation>Au premier événement de la saga</translation>
    </message>
    <message>
        <source>One event of the saga back</source>
        <translation>Un événement de la saga en arrière</translation>
    </message>
    <message>
        <source>of all sagas</source>
        <translation>de toutes les sagas</translation>
    </message>
    <message>
        <source>One event of the saga on</source>
        <translation>Un événement de la saga en avant</translation>
    </message>
    <message>
        <source>To the last event of the saga</source>
        <translation>Au dernier événement de la saga</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>How many times as fast as it happened</source>
        <translation>Combien de fois plus vite que la réalité</translation>
    </message>
    <message>
        <source>skip pauses</source>
        <translation>sauter les pauses</translation>
    </message>
    <message>
        <source>Jump over what would be more than a second without any event</source>
        <translation>Passer ce qui durerait plus d’une seconde sans événement</translation>
    </message>
    <message>
        <source>Show everything that was read (Esc)</source>
        <translation>Montrer tout ce qui a été lu (Échap)</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::TimelineBrush</name>
    <message>
        <source>Overview of the whole saga</source>
        <translation>Vue d’ensemble de la saga</translation>
    </message>
    <message>
        <source>The whole saga. Drag to look at a part, drag the part to move it; a double click shows everything.</source>
        <translation>Toute la saga. Glissez pour en regarder une partie, glissez la partie pour la déplacer ; un double clic montre tout.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::TimelineTab</name>
    <message>
        <source>Causal order</source>
        <translation>Ordre causal</translation>
    </message>
    <message>
        <source>Causal order (O): put every event after its declared cause, whatever its clock says. What moves says how far.</source>
        <translation>Ordre causal (O) : placer chaque événement après sa cause déclarée, quoi que dise son horloge. Ce qui bouge dit de combien.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Show the whole saga (0). Zoom with the wheel or + and −.</source>
        <translation>Montrer toute la saga (0). Agrandir avec la molette ou + et −.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::TopBar</name>
    <message>
        <source>Open a source, change the look, get help (F10)</source>
        <translation>Ouvrir une source, changer l’apparence, obtenir de l’aide (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>local</source>
        <translation>locale</translation>
    </message>
    <message>
        <source>Times in local time or UTC (Ctrl+U)</source>
        <translation>Heures locales ou UTC (Ctrl+U)</translation>
    </message>
    <message>
        <source>Play what happened so far</source>
        <translation>Dérouler ce qui s’est passé jusqu’ici</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::TopologyFacts</name>
    <message>
        <source>published</source>
        <translation>publiés</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>publishes</source>
        <translation>publie</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message>
        <source>consumes</source>
        <translation>consomme</translation>
    </message>
    <message>
        <source>group lag</source>
        <translation>retard du groupe</translation>
    </message>
    <message>
        <source>group</source>
        <translation>groupe</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçus</translation>
    </message>
    <message>
        <source>service</source>
        <translation>service</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>vers</translation>
    </message>
    <message>
        <source>events</source>
        <translation>événements</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>events per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>declared, never seen</source>
        <translation>déclaré, jamais vu</translation>
    </message>
    <message>
        <source>several topics</source>
        <translation>plusieurs topics</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>topic</translation>
    </message>
    <message>
        <source>Publishes</source>
        <translation>Publie</translation>
    </message>
    <message>
        <source>Consumes</source>
        <translation>Consomme</translation>
    </message>
    <message>
        <source>Show its events</source>
        <translation>Montrer ses événements</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>débit</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <comment>messages</comment>
        <translation>%1 de retard</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::TopologyRoom</name>
    <message>
        <source>who publishes what to whom · edge width = rate · colour = domain</source>
        <translation>qui publie quoi vers qui · épaisseur = débit · couleur = domaine</translation>
    </message>
    <message>
        <source>Too large to draw</source>
        <translation>Trop grand pour être dessiné</translation>
    </message>
    <message numerus="yes">
        <source>A graph of more than %n node(s) takes too long to lay out. The timeline in Sagas shows it.</source>
        <translation>
            <numerusform>Un graphe de plus de %n nœud est trop long à disposer. La chronologie, dans Sagas, le montre.</numerusform>
            <numerusform>Un graphe de plus de %n nœuds est trop long à disposer. La chronologie, dans Sagas, le montre.</numerusform>
        </translation>
    </message>
    <message>
        <source>This graph cannot be laid out</source>
        <translation>Ce graphe ne peut pas être disposé</translation>
    </message>
    <message>
        <source>No traffic yet</source>
        <translation>Pas encore de trafic</translation>
    </message>
    <message>
        <source>Services and the topics between them appear here once events arrive.</source>
        <translation>Les services et les topics entre eux apparaissent ici quand des événements arrivent.</translation>
    </message>
    <message>
        <source>No saga selected</source>
        <translation>Aucune saga choisie</translation>
    </message>
    <message>
        <source>Choose a saga, or any event that belongs to one, to see its causes and effects.</source>
        <translation>Choisissez une saga, ou un événement qui en fait partie, pour voir ses causes et ses effets.</translation>
    </message>
    <message>
        <source>Go to Sagas</source>
        <translation>Aller aux sagas</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Saga</source>
        <translation>Saga</translation>
    </message>
    <message>
        <source>Causes and effects of the selected saga</source>
        <translation>Causes et effets de la saga choisie</translation>
    </message>
    <message>
        <source>declared, never seen</source>
        <translation>déclaré, jamais vu</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Show the whole graph (0). Wheel or + and - zoom, dragging moves, arrows walk, E walks edges.</source>
        <translation>Montrer tout le graphe (0). Molette ou + et - pour l’échelle, glisser déplace, les flèches parcourent, E suit les traits.</translation>
    </message>
    <message>
        <source>Service map</source>
        <translation>Carte des services</translation>
    </message>
    <message>
        <source>Causes and effects of the saga</source>
        <translation>Causes et effets de la saga</translation>
    </message>
    <message>
        <source>retries and dead letters</source>
        <translation>reprises et lettres mortes</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>déduit</translation>
    </message>
    <message>
        <source>compensation</source>
        <translation>compensation</translation>
    </message>
    <message>
        <source>cause not seen</source>
        <translation>cause non vue</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>déclaré</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>par règle</translation>
    </message>
    <message>
        <source>retry, dead letter</source>
        <translation>reprise, lettre morte</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::UntilPicker</name>
    <message>
        <source>Never: what comes is shown live</source>
        <translation>Jamais : ce qui arrive est montré en direct</translation>
    </message>
    <message>
        <source>What lies there now</source>
        <translation>Ce qui s’y trouve maintenant</translation>
    </message>
    <message>
        <source>A moment</source>
        <translation>Un instant</translation>
    </message>
    <message>
        <source>End at</source>
        <translation>S’arrêter à</translation>
    </message>
    <message>
        <source>Moment to end at</source>
        <translation>Instant de fin</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::VariantsPanel</name>
    <message>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>The definition whose sagas are counted</source>
        <translation>La définition dont les sagas sont comptées</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Sagas</source>
        <translation>Sagas</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Sagas of the variant</source>
        <translation>Sagas de la variante</translation>
    </message>
    <message>
        <source>Saga</source>
        <translation>Saga</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>no step of the definition</source>
        <translation>aucune étape de la définition</translation>
    </message>
    <message>
        <source>%1
%2
Durations of the %3 that ended, first event to end</source>
        <translation>%1
%2
Durées des %3 terminées, du premier événement à la fin</translation>
    </message>
    <message>
        <source>and %1 rarer ones</source>
        <translation>et %1 plus rares</translation>
    </message>
    <message>
        <source> · started in the time window</source>
        <translation> · démarrées dans la fenêtre de temps</translation>
    </message>
    <message>
        <source>%1 sagas · %2 variants</source>
        <translation>%1 sagas · %2 variantes</translation>
    </message>
    <message>
        <source>%1
Enter or a double click shows it in the list</source>
        <translation>%1
Entrée ou un double clic la montre dans la liste</translation>
    </message>
    <message>
        <source>Sagas of this variant: %1, the newest %2 shown</source>
        <translation>Sagas de cette variante : %1, les %2 plus récentes montrées</translation>
    </message>
    <message>
        <source>Sagas of this variant: %1</source>
        <translation>Sagas de cette variante : %1</translation>
    </message>
    <message>
        <source>Propose a definition</source>
        <translation>Proposer une définition</translation>
    </message>
    <message>
        <source>Make a definition from the sagas of this variant</source>
        <translation>Tirer une définition des sagas de cette variante</translation>
    </message>
</context>
<context>
    <name>sagascope::ui::WhatIfPanel</name>
    <message>
        <source>Choose a definition on the left, or make a new one.</source>
        <translation>Choisissez une définition à gauche, ou faites-en une nouvelle.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is changed. What you change is tried at once on the %Ln recorded saga(s).</source>
        <translation>
            <numerusform>Rien n’est modifié. Ce que vous changez est essayé aussitôt sur la saga enregistrée.</numerusform>
            <numerusform>Rien n’est modifié. Ce que vous changez est essayé aussitôt sur les %Ln sagas enregistrées.</numerusform>
        </translation>
    </message>
    <message>
        <source>As soon as the definition has no fault, it is tried on the recorded sagas.</source>
        <translation>Dès que la définition n’a plus de faute, elle est essayée sur les sagas enregistrées.</translation>
    </message>
    <message>
        <source>There is no traffic to try the change on. Connect to a cluster, open a file of JSON lines or start the demo.</source>
        <translation>Aucun trafic sur lequel essayer le changement. Connectez-vous à une grappe, ouvrez un fichier de lignes JSON ou lancez la démo.</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>La comparaison a été annulée.</translation>
    </message>
    <message numerus="yes">
        <source>The change is tried on the %Ln recorded saga(s) …</source>
        <translation>
            <numerusform>Le changement est essayé sur la saga enregistrée …</numerusform>
            <numerusform>Le changement est essayé sur les %Ln sagas enregistrées …</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sagas as of %2</source>
        <translation>%1 sagas à %2</translation>
    </message>
    <message>
        <source>Enter or a click shows it in the list</source>
        <translation>Entrée ou un clic la montre dans la liste</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
    <message>
        <source>What this would change</source>
        <translation>Ce que cela changerait</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Avancement de la comparaison</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Comparer de nouveau</translation>
    </message>
</context>
</TS>
